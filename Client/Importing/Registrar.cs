using System.Collections.Concurrent;
using UptimeSquirrel.Client.Connecting;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Importing;

/// <summary>Registers one website after the other, or tells what that would do.</summary>
internal sealed class Registrar(ClusterConnection cluster)
{
    // A website that was registered and is not paused yet must be paused at the next try, which finds it unchanged.
    private readonly ConcurrentDictionary<WebsiteId, RegistrationResult> toPause = new();

    public async Task<ImportedLine> PreviewAsync(Registration one, CancellationToken cancellationToken) =>
        one.Became(one.Preview(await cluster.AskAsync(grains => Website(grains, one).GetStatusAsync(), cancellationToken)));

    public async Task<ImportedLine> RegisterAsync(Registration one, CancellationToken cancellationToken)
    {
        if (!toPause.TryGetValue(one.Id, out var result))
            result = await cluster.AskAsync(grains => Website(grains, one).RegisterAsync(one.Owner, one.Line.Url, one.Line.Changes), cancellationToken);

        // Only a new one: somebody may have resumed the others since they were moved here.
        if (result.Outcome == RegistrationOutcome.Created && one.Line.IsPaused)
        {
            toPause[one.Id] = result;
            await cluster.AskAsync(grains => Website(grains, one).PauseAsync(), cancellationToken);
        }
        return one.Became(result);
    }

    private static IWebsiteGrain Website(IGrainFactory grains, Registration registration) => grains.GetGrain<IWebsiteGrain>(registration.Id.Value);
}
