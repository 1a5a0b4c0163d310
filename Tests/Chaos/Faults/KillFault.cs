using UptimeSquirrel.Chaos.Figures;
using UptimeSquirrel.Chaos.Parts;

namespace UptimeSquirrel.Chaos.Faults;

/// <summary><c>kill -9</c>. The machine comes back after a while, as one that restarts.</summary>
internal sealed class KillFault(int silo, TimeSpan away) : Fault(FaultKind.Kill, silo, away + TimeSpan.FromSeconds(10))
{
    public override async Task StrikeAsync(Scene scene, CancellationToken cancellationToken)
    {
        await scene.Silo(Silo).HoldAsync(Signals.Kill, TimeSpan.FromSeconds(10));
        await scene.WaitAsync(away, cancellationToken);
        scene.Silo(Silo).Release();
    }
}
