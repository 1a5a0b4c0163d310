using Orleans.Concurrency;
using UptimeSquirrel.Cluster;

namespace UptimeSquirrel.Grains.Cluster;

[StatelessWorker, GrainType("cluster")]
internal sealed class ClusterGrain(IClusterMembershipService membership, SiloServiceClient silos) : Grain, IClusterGrain
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);

    public async Task<ClusterStatus> GetSilosAsync()
    {
        var members = membership.CurrentSnapshot.Members.Values.Where(member => member.Status == SiloStatus.Active);
        var reports = await Task.WhenAll(members.Select(AskAsync));
        return new ClusterStatus([.. reports.OrderBy(report => report.Name, StringComparer.Ordinal).ThenBy(report => report.Address, StringComparer.Ordinal)]);
    }

    private async Task<SiloStatusReport> AskAsync(ClusterMember member)
    {
        using var patience = new CancellationTokenSource(_patience);
        try
        {
            return await silos.ReportAsync(member.SiloAddress).WaitAsync(patience.Token);
        }
        catch (Exception)
        {
            // Whatever the reason: that it does not answer is what the caller wants to know.
            return new SiloStatusReport { Name = member.Name, Address = member.SiloAddress.Endpoint.ToString(), Answers = false };
        }
    }
}
