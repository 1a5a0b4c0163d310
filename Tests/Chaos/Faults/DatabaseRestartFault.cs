using UptimeSquirrel.Chaos.Figures;

namespace UptimeSquirrel.Chaos.Faults;

/// <summary>PostgreSQL restarts, as for an update: connections break, and it is back within a moment.</summary>
internal sealed class DatabaseRestartFault() : Fault(FaultKind.DatabaseRestart, 0, TimeSpan.FromSeconds(5))
{
    public override async Task StrikeAsync(Scene scene, CancellationToken cancellationToken)
    {
        await scene.Database.StopAsync("fast");
        await scene.Database.StartAgainAsync();
    }
}
