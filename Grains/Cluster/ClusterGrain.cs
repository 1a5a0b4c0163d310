using Orleans.Concurrency;
using UptimeSquirrel.Cluster;

namespace UptimeSquirrel.Grains.Cluster;

[StatelessWorker, GrainType("cluster")]
internal sealed class ClusterGrain(IClusterMembershipService membership, SiloServiceClient silos) : Grain, IClusterGrain
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);

    public async Task<ClusterStatus> GetSilosAsync()
    {
        var reports = await AskAllAsync(
            silos.ReportAsync, member => new SiloStatusReport { Name = member.Name, Address = member.SiloAddress.Endpoint.ToString(), Answers = false });
        return new ClusterStatus([.. reports.OrderBy(report => report.Name, StringComparer.Ordinal).ThenBy(report => report.Address, StringComparer.Ordinal)]);
    }

    public async Task<IReadOnlyList<SettingsOfSilo>> GetSettingsAsync() =>
        [.. (await AskAllAsync(silos.GetSettingsAsync, member => new SettingsOfSilo { Name = member.Name, Answers = false })).OrderBy(silo => silo.Name, StringComparer.Ordinal)];

    private Task<T[]> AskAllAsync<T>(Func<SiloAddress, Task<T>> question, Func<ClusterMember, T> silence) =>
        Task.WhenAll(membership.CurrentSnapshot.Members.Values.Where(member => member.Status == SiloStatus.Active).Select(member => AskAsync(member, question, silence)));

    private static async Task<T> AskAsync<T>(ClusterMember member, Func<SiloAddress, Task<T>> question, Func<ClusterMember, T> silence)
    {
        using var patience = new CancellationTokenSource(_patience);
        try
        {
            return await question(member.SiloAddress).WaitAsync(patience.Token);
        }
        catch (Exception)
        {
            // Whatever the reason: that it does not answer is what the caller wants to know.
            return silence(member);
        }
    }
}
