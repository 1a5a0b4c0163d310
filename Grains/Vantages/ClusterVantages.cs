using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Runtime.MembershipService.SiloMetadata;
using Orleans.Runtime.Services;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Websites;

namespace UptimeSquirrel.Grains.Vantages;

/// <summary>Knows the other silos from the cluster's membership, and reaches the one it means.</summary>
internal sealed partial class ClusterVantages(
    string ownRegion,
    IServiceProvider services,
    IClusterMembershipService membership,
    ILocalSiloDetails local,
    ISiloMetadataCache metadata,
    IOptions<ChecksOptions> options,
    ILogger<ClusterVantages> logger) : GrainServiceClient<IVantageService>(services), IVantages
{
    public const string RegionKey = "region";
    private const string UnknownRegion = "unknown";

    // On top of the look's own time: the way there and back, and a silo that is busy.
    private static readonly TimeSpan _wayThereAndBack = TimeSpan.FromSeconds(2);

    public Vantage Here { get; } = new(local.Name, ownRegion, local.SiloAddress);

    public IReadOnlyList<Vantage> Others
    {
        get
        {
            var others = membership.CurrentSnapshot.Members.Values
                .Where(member => member.Status == SiloStatus.Active && !member.SiloAddress.Equals(Here.Address))
                .Select(member => new Vantage(member.Name, Region(member.SiloAddress), member.SiloAddress))
                .ToArray();
            Random.Shared.Shuffle(others);
            return VantageRules.BestFirst(others, ownRegion);
        }
    }

    public async Task<Sighting?> LookAsync(Vantage vantage, CheckRequest request, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter((request.Timeout ?? options.Value.Timeout) + _wayThereAndBack);
        try
        {
            var look = GetGrainService(vantage.Address).LookAsync(request, patience.Token);

            // A silo that cannot be reached does not hear of our impatience either.
            return await look.WaitAsync(patience.Token);
        }
        catch (Exception e)
        {
            LogNoAnswer(e, vantage.Silo);
            return null;
        }
    }

    // A silo that has just joined has not told its region yet; a sighting names the one its silo knows of itself.
    private string Region(SiloAddress address) => metadata.GetSiloMetadata(address).Metadata.GetValueOrDefault(RegionKey, UnknownRegion);

    [LoggerMessage(1100, LogLevel.Debug, "Silo {Silo} was asked for a second look and did not answer")]
    private partial void LogNoAnswer(Exception exception, string silo);
}
