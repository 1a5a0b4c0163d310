using UptimeSquirrel.Chaos.Figures;

namespace UptimeSquirrel.Chaos.Faults;

/// <summary>The cable of a silo is pulled: it reaches neither the others nor the database nor any website. Later it is put back.</summary>
internal sealed class CutFault(int silo, TimeSpan length) : Fault(FaultKind.Cut, silo, length + TimeSpan.FromSeconds(15))
{
    public override async Task StrikeAsync(Scene scene, CancellationToken cancellationToken)
    {
        await scene.Network.CutAsync(Silo);
        try
        {
            await scene.WaitAsync(length, cancellationToken);
        }
        finally
        {
            await scene.Network.HealAsync(Silo);
        }
    }
}
