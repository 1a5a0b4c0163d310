using Microsoft.AspNetCore.Components;
using UptimeSquirrel.Quieting;
using UptimeSquirrel.Web.Dashboard.Parts;
using UptimeSquirrel.Web.Dashboard.Viewing;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Dashboard.Website;

/// <summary>Says why a website is down, and why less is told about it than happens to it.</summary>
public sealed partial class StateNotes
{
    /// <summary>Which website.</summary>
    [Parameter, EditorRequired]
    public WebsiteStatus Website { get; set; } = null!;

    [Inject]
    private Viewer Viewer { get; set; } = null!;

    private IEnumerable<string> Notes()
    {
        if (Website.Quiet is { } quiet)
        {
            if (quiet.MaintenanceUntil is { } until)
                yield return L["In maintenance until {0}: nobody is told, and the time does not count.", Viewer.Show(until)];
            if (quiet.Flapping is { } flapping)
                yield return L["It flaps: it went down {0} times since {1}. Single outages are not told until it is steady.", flapping.Outages, Viewer.Show(flapping.Since)];
            if (quiet.Held == HoldReason.Parent)
                yield return L["Nobody was told, because the website it depends on is down too."];
            if (quiet.With is { } with)
                yield return L["{0} went down with it: {1}.", with.Count, string.Join(", ", with.Names)];
        }
        if (Website.Warnings?.SlowSince is { } slow)
            yield return L["It is slow since {0}.", Viewer.Show(slow)];
        if (Website.UnsentAlerts > 0)
            yield return L["{0} alerts wait to be taken over by its owner's outbox.", Phrases.Number(Website.UnsentAlerts)];
    }
}
