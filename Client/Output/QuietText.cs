using UptimeSquirrel.Quieting;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Output;

/// <summary>Why less is told about a website than happens to it, for people.</summary>
internal static class QuietText
{
    public static void AddTo(Listing grid, WebsiteStatus status, TimeProvider clock)
    {
        if (status.Settings.Parent is { } parent)
            grid.Add("Depends on", parent.Text);
        if (status.Quiet is not { } quiet)
            return;
        if (quiet.MaintenanceUntil is { } until)
            grid.Add("Maintenance", $"in maintenance until {Wording.Local(until, clock)}; nobody is told meanwhile");
        if (quiet.Flapping is { } flapping)
            grid.Add("Flapping", $"{Wording.Count(flapping.Outages, "outage")} since {Wording.Local(flapping.Since, clock)}; no single alerts until it is steady");
        if (quiet.Held is { } reason)
            grid.Add("Not told", reason == HoldReason.Maintenance
                ? "it went down in maintenance: its owner is told if it is still down afterwards"
                : "it went down with the website it depends on: its owner is told if it is still down when that is back");
        if (quiet.With is { Count: > 0 } with)
            grid.Add("With it", $"{Wording.Count(with.Count, "website")} went down: {string.Join(", ", with.Names)}{(with.Count > with.Names.Count ? ", …" : "")}");
    }
}
