namespace UptimeSquirrel.Grains.Owners;

/// <summary>
/// How many alerts this silo takes over at once. When half the internet is down at once, thousands come in a second; more of them at a time are not taken
/// over any sooner, and would keep everything else waiting, from checks to questions for a status.
/// </summary>
internal sealed class AcceptGate : IDisposable
{
    private static readonly int _atOnce = 4 * Environment.ProcessorCount;

    private readonly SemaphoreSlim _places = new(_atOnce, _atOnce);

    /// <summary>Waits for a place. Dispose of it to make room for the next.</summary>
    public async ValueTask<Place> EnterAsync()
    {
        await _places.WaitAsync();
        return new Place(_places);
    }

    public void Dispose() => _places.Dispose();

    /// <summary>A place that is taken.</summary>
    public readonly struct Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
