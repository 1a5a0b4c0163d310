using UptimeSquirrel.Chaos.Parts;
using UptimeSquirrel.Tests.Support;

namespace UptimeSquirrel.Chaos.Faults;

/// <summary>What faults can be done to.</summary>
internal sealed record Scene(IReadOnlyList<SiloUnit> Silos, LocalPostgres Database, Network.Network Network, TimeProvider Clock)
{
    public SiloUnit Silo(int number) => Silos[number - 1];

    public Task WaitAsync(TimeSpan length, CancellationToken cancellationToken) => Task.Delay(length, Clock, cancellationToken);
}
