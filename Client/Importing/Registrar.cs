using System.Collections.Concurrent;
using UptimeSquirrel.Importing;
using UptimeSquirrel.Sites;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Importing;

/// <summary>Registers one website after the other, or tells what that would do.</summary>
internal sealed class Registrar(ICluster cluster)
{
    // Of those that are to be paused: which were not watched before. When an answer is lost, the next try finds them registered, by ourselves.
    private readonly ConcurrentDictionary<WebsiteId, bool> areNew = new();

    public async Task<ImportedLine> PreviewAsync(Registration one, CancellationToken cancellationToken) =>
        one.Became(one.Preview(await StatusAsync(one, cancellationToken)));

    public async Task<ImportedLine> RegisterAsync(Registration one, CancellationToken cancellationToken)
    {
        // Only a new one is paused: somebody may have resumed the others since they were moved here.
        if (one.Line.IsPaused && !areNew.ContainsKey(one.Id))
            areNew[one.Id] = await StatusAsync(one, cancellationToken) is null;
        var result = await cluster.AskAsync(grains => Website(grains, one).RegisterAsync(one.Owner, one.Line.Url, one.Line.Changes), cancellationToken);
        if (result.Outcome == RegistrationOutcome.Refused || !areNew.GetValueOrDefault(one.Id))
            return one.Became(result);
        await cluster.AskAsync(grains => Website(grains, one).PauseAsync(), cancellationToken);
        return one.Became(ImportOutcome.Created);
    }

    private Task<WebsiteStatus?> StatusAsync(Registration one, CancellationToken cancellationToken) =>
        cluster.AskAsync(grains => Website(grains, one).GetStatusAsync(), cancellationToken);

    private static IWebsiteGrain Website(IGrainFactory grains, Registration registration) => grains.GetGrain<IWebsiteGrain>(registration.Id.Value);
}
