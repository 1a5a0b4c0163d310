using System.Collections.Concurrent;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Sites.Declaring;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Sites.Planning;

/// <summary>What has to be done about websites.</summary>
internal sealed class WebsitesPlan(Declaration declaration, bool isPruning)
{
    private const int AtOnce = 64;

    private readonly PlanPart part = new();
    private readonly Dictionary<WebsiteId, DeclaredWebsite> declared = declaration.Websites.ToDictionary(website => website.Id);

    public async Task<PlanPart> MakeAsync(ICluster cluster, Action oneDone, CancellationToken cancellationToken)
    {
        var previews = new RegistrationPreview[declaration.Websites.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, previews.Length), options, async (i, cancellation) =>
        {
            var website = declaration.Websites[i];
            previews[i] = await cluster.AskAsync(grains => grains.GetGrain<IWebsiteGrain>(website.Id.Value).PreviewAsync(website.Owner, website.Url, website.Changes), cancellation);
            oneDone();
        });
        var missing = await MissingParentsAsync(cluster, previews, options);
        foreach (var (website, preview) in declaration.Websites.Zip(previews))
            Add(website, preview, missing);
        await AddSurplusAsync(cluster, cancellationToken);
        return part;
    }

    // Many websites have the same parent: it is asked once.
    private async Task<HashSet<WebsiteId>> MissingParentsAsync(ICluster cluster, IEnumerable<RegistrationPreview> previews, ParallelOptions options)
    {
        var missing = new ConcurrentBag<WebsiteId>();
        await Parallel.ForEachAsync(declaration.Websites.Zip(previews, NewParent).OfType<WebsiteId>().Distinct(), options, async (parent, cancellation) =>
        {
            if (await cluster.AskAsync(grains => grains.GetGrain<IWebsiteGrain>(parent.Value).GetStatusAsync(), cancellation) is null)
                missing.Add(parent);
        });
        return [.. missing];
    }

    // The parent that a website is to have, where it has not got it yet and the files do not bring it.
    private WebsiteId? NewParent(DeclaredWebsite website, RegistrationPreview preview) =>
        website.Parent is { } parent && !declared.ContainsKey(parent) && preview.Present?.Parent != website.Changes.Parent ? parent : null;

    private void Add(DeclaredWebsite website, RegistrationPreview preview, HashSet<WebsiteId> missingParents)
    {
        part.Problems.AddRange(preview.Problems.Select(problem => $"{website.Place}: {website.Url}: {problem.Message}"));
        if (NewParent(website, preview) is { } parent && missingParents.Contains(parent))
            part.Problems.Add($"{website.Place}: {website.Url}: its parent {website.Changes.Parent} is neither in the files nor watched for '{website.Owner}'.");
        var pausing = website.IsPaused is { } wanted && wanted != preview.IsPaused ? wanted ? "paused" : preview.Present is null ? null : "resumed" : null;
        if (preview.Outcome == RegistrationOutcome.Refused || (preview.Outcome == RegistrationOutcome.Unchanged && pausing is null))
            return;
        var details = preview.Outcome switch
        {
            RegistrationOutcome.Created => Difference.Summary(website.Url, preview.Settings!),
            RegistrationOutcome.Changed => Difference.Between(website.Url, preview.Present!, preview.Settings!),
            _ => null,
        };
        part.Changes.Add(new PlannedChange(
            preview.Present is null ? PlanAction.Add : PlanAction.Change, "website", website.Owner, website.Url.Text, string.Join(", ", new[] { details, pausing }.OfType<string>()),
            (there, cancellation) => RegisterAsync(there, website, pausing is not null, cancellation))
        { Turn = PlannedChange.WebsitesCome + DepthOf(website) });
    }

    // A website can only depend on one that is watched: how many of those above it are in the files, too.
    private int DepthOf(DeclaredWebsite website)
    {
        var depth = 0;
        var above = new HashSet<WebsiteId>();
        for (var at = website; at.Parent is { } parent && declared.TryGetValue(parent, out var next) && above.Add(parent); at = next)
            depth++;
        return depth;
    }

    private static async Task<string?> RegisterAsync(ICluster cluster, DeclaredWebsite website, bool setsPause, CancellationToken cancellationToken)
    {
        var result = await cluster.AskAsync(grains => grains.GetGrain<IWebsiteGrain>(website.Id.Value).RegisterAsync(website.Owner, website.Url, website.Changes), cancellationToken);
        if (result.Outcome == RegistrationOutcome.Refused)
            return string.Join(' ', result.Problems.Select(problem => problem.Message));
        if (setsPause)
            await cluster.AskAsync(
                grains => website.IsPaused == true ? grains.GetGrain<IWebsiteGrain>(website.Id.Value).PauseAsync() : grains.GetGrain<IWebsiteGrain>(website.Id.Value).ResumeAsync(), cancellationToken);
        return null;
    }

    private async Task AddSurplusAsync(ICluster cluster, CancellationToken cancellationToken)
    {
        if (!declaration.SpeaksOfWebsites)
            return;
        var owners = declaration.Websites.Select(website => website.Owner).Concat(declaration.Owners.Select(owner => owner.Id)).Distinct();
        foreach (var some in owners.Chunk(AtOnce))
            foreach (var (owner, surplus) in await Task.WhenAll(some.Select(owner => SurplusAsync(cluster, owner, cancellationToken))))
                if (isPruning)
                    part.Changes.AddRange(surplus.Select(Removal));
                else
                    part.AddSurplus(surplus.Count, "website", "websites", owner, $"{string.Join(", ", surplus.Take(3).Select(status => status.Url))}{(surplus.Count > 3 ? ", …" : "")}");
    }

    private async Task<(OwnerId Owner, List<WebsiteStatus> Surplus)> SurplusAsync(ICluster cluster, OwnerId owner, CancellationToken cancellationToken)
    {
        var watched = await Everything.FindAsync(cluster, new CatalogQuery { Owner = owner }, int.MaxValue, cancellationToken);
        return (owner, watched.FindAll(status => !declared.ContainsKey(status.Id)));
    }

    private static PlannedChange Removal(WebsiteStatus status) => new(
        PlanAction.Remove, "website", status.Owner, status.Url.Text, "with its history",
        async (cluster, cancellation) =>
        {
            await cluster.AskAsync(grains => grains.GetGrain<IWebsiteGrain>(status.Id.Value).RemoveAsync(), cancellation);
            return null;
        })
    { Turn = PlannedChange.WebsitesGo };
}
