using UptimeSquirrel.Checks;
using UptimeSquirrel.Probing;

namespace UptimeSquirrel.Grains.Vantages;

/// <summary>A silo that asks no other.</summary>
internal sealed class NoVantages(ILocalSiloDetails silo) : IVantages
{
    public Vantage Here => new(silo.Name, "default", silo.SiloAddress);

    public IReadOnlyList<Vantage> Others => [];

    public Task<Sighting?> LookAsync(Vantage vantage, CheckRequest request, AcceptedStatuses accept, CancellationToken cancellationToken) =>
        Task.FromResult<Sighting?>(null);
}
