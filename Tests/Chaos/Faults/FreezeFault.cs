using UptimeSquirrel.Chaos.Figures;
using UptimeSquirrel.Chaos.Parts;

namespace UptimeSquirrel.Chaos.Faults;

/// <summary>SIGSTOP, later SIGCONT: a machine that hangs, with its connections open. By then the others have given it up.</summary>
internal sealed class FreezeFault(int silo, TimeSpan length) : Fault(FaultKind.Freeze, silo, length + TimeSpan.FromSeconds(15))
{
    public override async Task StrikeAsync(Scene scene, CancellationToken cancellationToken)
    {
        scene.Silo(Silo).Send(Signals.Stop);
        try
        {
            await scene.WaitAsync(length, cancellationToken);
        }
        finally
        {
            scene.Silo(Silo).Send(Signals.Continue);
        }
    }
}
