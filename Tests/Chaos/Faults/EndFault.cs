using UptimeSquirrel.Chaos.Figures;
using UptimeSquirrel.Chaos.Parts;

namespace UptimeSquirrel.Chaos.Faults;

/// <summary>A silo's process ends, killed or asked to, and is started again after a while, as by a machine that restarts or an upgrade.</summary>
/// <param name="kind">Killed (SIGKILL) or stopped (SIGTERM).</param>
/// <param name="silo">Which silo, from 1.</param>
/// <param name="away">How long it stays away.</param>
internal sealed class EndFault(FaultKind kind, int silo, TimeSpan away) : Fault(kind, silo, away + TimeSpan.FromSeconds(15))
{
    private static readonly TimeSpan _longestEnd = TimeSpan.FromSeconds(60);

    public override async Task StrikeAsync(Scene scene, CancellationToken cancellationToken)
    {
        await scene.Silo(Silo).HoldAsync(Kind == FaultKind.Kill ? Signals.Kill : Signals.Terminate, _longestEnd);
        await scene.WaitAsync(away, cancellationToken);
        scene.Silo(Silo).Release();
    }
}
