namespace UptimeSquirrel.Chaos.Parts;

/// <summary>Whether this process itself was kept waiting: then the machine was too small for the run, and gaps prove nothing.</summary>
internal sealed class Pulse(TimeProvider clock)
{
    private static readonly TimeSpan _beat = TimeSpan.FromMilliseconds(100);

    public TimeSpan Longest { get; private set; }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var began = clock.GetTimestamp();
                await Task.Delay(_beat, clock, cancellationToken);
                var late = clock.GetElapsedTime(began) - _beat;
                Longest = late > Longest ? late : Longest;
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }
}
