using UptimeSquirrel.Chaos.Figures;
using UptimeSquirrel.Chaos.Parts;

namespace UptimeSquirrel.Chaos.Faults;

/// <summary>SIGTERM, as for an upgrade; started again after a while.</summary>
internal sealed class StopFault(int silo, TimeSpan away) : Fault(FaultKind.Stop, silo, away + TimeSpan.FromSeconds(15))
{
    public override async Task StrikeAsync(Scene scene, CancellationToken cancellationToken)
    {
        await scene.Silo(Silo).HoldAsync(Signals.Terminate, TimeSpan.FromSeconds(60));
        await scene.WaitAsync(away, cancellationToken);
        scene.Silo(Silo).Release();
    }
}
