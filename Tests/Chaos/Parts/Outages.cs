using UptimeSquirrel.Chaos.Figures;

namespace UptimeSquirrel.Chaos.Parts;

/// <summary>Makes websites really go down and come back at planned moments, whatever else goes on, and notes when they did.</summary>
internal sealed class Outages(Targets targets, TimeProvider clock)
{
    private readonly List<Outage> _made = [];
    private readonly Lock _lock = new();

    public IReadOnlyList<Outage> Made
    {
        get
        {
            lock (_lock)
                return [.. _made];
        }
    }

    public Task RunAsync(IEnumerable<PlannedOutage> plan, CancellationToken cancellationToken) =>
        Task.WhenAll(plan.Select(planned => RunOneAsync(planned, cancellationToken)));

    private async Task RunOneAsync(PlannedOutage planned, CancellationToken cancellationToken)
    {
        await Task.Delay(planned.Begin, clock, cancellationToken);
        var from = clock.GetUtcNow();
        targets.SetDown(planned.Website, true);
        await Task.Delay(planned.Length, clock, cancellationToken);
        targets.SetDown(planned.Website, false);
        lock (_lock)
            _made.Add(new Outage(planned.Website, from, clock.GetUtcNow()));
    }
}
