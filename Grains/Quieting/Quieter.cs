using Microsoft.Extensions.Options;
using UptimeSquirrel.Grains.Dependencies;
using UptimeSquirrel.Grains.Maintenance;
using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.Maintenance;
using UptimeSquirrel.Quieting;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Quieting;

/// <summary>Finds out what may be a reason to hold an alert back.</summary>
internal sealed class Quieter(MaintenanceBook maintenance, Parents parents, IOptions<ChecksOptions> options)
{
    public Parents Parents => parents;

    /// <summary>The maintenance that a website is in at a moment; null when in none. Costs next to nothing.</summary>
    public MaintenanceSpan? MaintenanceAt(WebsiteState website, DateTimeOffset moment) =>
        maintenance.At(website.Owner, website.Url, website.Settings.Tags, moment);

    /// <summary>Finds out what has to be known about a step. The parent is asked only where it matters.</summary>
    public async ValueTask<QuietFacts> LearnAsync(WebsiteId id, WebsiteState before, WebsiteState after, Companions? with, DateTimeOffset now)
    {
        await maintenance.KnowAsync();
        var window = MaintenanceAt(after, now);
        var isUntold = after.Standing == Standing.Down && (before.Standing != Standing.Down || after.Quiet?.Held is not null);
        var parent = isUntold && window is null && after.Settings.Parent is not null
            ? await parents.JudgeAsync(id, after, after.Trouble!.StartedAt)
            : ParentVerdict.Tell;
        var patience = Patience.Of(after.Settings.Patience, options.Value);
        return new QuietFacts(now, window, parent, with, options.Value.FlappingOutages, patience.RecoveryDelay, patience.AskAgainDelay);
    }
}
