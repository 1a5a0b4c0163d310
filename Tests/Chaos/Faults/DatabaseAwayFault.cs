using UptimeSquirrel.Chaos.Figures;

namespace UptimeSquirrel.Chaos.Faults;

/// <summary>PostgreSQL ends at once and comes back after a while.</summary>
internal sealed class DatabaseAwayFault(TimeSpan away) : Fault(FaultKind.DatabaseAway, 0, away + TimeSpan.FromSeconds(10))
{
    public override async Task StrikeAsync(Scene scene, CancellationToken cancellationToken)
    {
        await scene.Database.StopAsync();
        await scene.WaitAsync(away, cancellationToken);
        await scene.Database.StartAgainAsync();
    }
}
