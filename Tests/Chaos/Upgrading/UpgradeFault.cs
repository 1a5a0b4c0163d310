using UptimeSquirrel.Chaos.Faults;
using UptimeSquirrel.Chaos.Figures;
using UptimeSquirrel.Chaos.Parts;
using UptimeSquirrel.Tests.Support;

namespace UptimeSquirrel.Chaos.Upgrading;

/// <summary>A silo is stopped, and started again as another version, as <c>docs/operating.md</c> says.</summary>
/// <param name="silo">Which silo, from 1.</param>
/// <param name="command">What starts it from now on.</param>
/// <param name="replacing">Is told that the silo is away, and then that it is back.</param>
/// <param name="upgraded">What is done when it is back.</param>
internal sealed class UpgradeFault(int silo, Func<IReadOnlyList<string>> command, Action<int> replacing, Func<int, Task> upgraded)
    : Fault(FaultKind.Stop, silo, TimeSpan.FromSeconds(30))
{
    private static readonly TimeSpan _longestEnd = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _longestStart = TimeSpan.FromMinutes(2);

    public override async Task StrikeAsync(Scene scene, CancellationToken cancellationToken)
    {
        var unit = scene.Silo(Silo);
        replacing(Silo);
        await unit.HoldAsync(Signals.Terminate, _longestEnd);
        unit.Command = command();
        unit.Release();
        await Eventually.TrueAsync(unit.IsReadyAsync, _longestStart, () => $"Silo {Silo} did not get ready as the new version, see {unit.Log}.");
        replacing(0);
        await upgraded(Silo);
    }

    public override string ToString() => $"Upgrade of silo {Silo}";
}
