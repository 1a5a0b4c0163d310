using UptimeSquirrel.Client.Connecting;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Commands;

/// <summary>Where a job has to call, and how.</summary>
internal static class HeartbeatCalls
{
    /// <summary>The address that holds its token; null when this is no heartbeat.</summary>
    public static async Task<string?> AddressAsync(ClusterConnection cluster, WebsiteStatus status, CancellationToken cancellationToken) =>
        status.Heartbeat is null
            ? null
            : await cluster.AskAsync(grains => grains.GetGrain<IHeartbeatGrain>(status.Id.Value).GetAddressAsync(), cancellationToken);

    /// <summary>Tells how, in lines of their own.</summary>
    public static void Tell(Output.Terminal terminal, string address)
    {
        terminal.Say("The job calls when it is done, and with /fail when it has failed. Keep this address to yourself:");
        terminal.Say($"  curl -fsS -m 10 --retry 5 {address}");
    }
}
