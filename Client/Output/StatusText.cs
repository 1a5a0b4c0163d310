using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Output;

/// <summary>One website's status for people.</summary>
internal static class StatusText
{
    /// <summary>What the very first look at a new website saw.</summary>
    public static string FirstLook(WebsiteStatus status) => status switch
    {
        { Standing: Standing.Paused } => "It is paused, so nobody looked at it: 'squirrel resume' changes that.",
        { LastCheck: null } => "Nobody has looked at it yet.",
        { LastCheck: { IsHealthy: true } check } => $"It is {Wording.Of(status.Standing)}: {KindWords.Answer(check, status.Url.Kind)}.",
        { LastCheck: { } check } => $"It is {Wording.Of(status.Standing)}: {check.Reason}",
    };

    /// <summary>A look, in a few words.</summary>
    public static string Look(CheckSummary? check, WebsiteKind kind, DateTimeOffset now) => check switch
    {
        null => "none yet",
        { IsHealthy: true } => $"{Wording.Ago(check.At, now)}: {KindWords.Answer(check, kind)}",
        _ => $"{Wording.Ago(check.At, now)}: {check.Reason}",
    };

    public static Listing Of(WebsiteStatus status, UptimeShares uptime, TimeProvider clock, OpenIncident? open = null)
    {
        var now = clock.GetUtcNow();
        var grid = new Listing(new ListingColumn(""), new ListingColumn("") { Shrinks = true });
        grid.Add("Website", status.Url.Text);
        grid.Add("Name", status.Settings.Name);
        grid.Add("Standing", new ListingCell($"{WarningsText.Standing(status)} since {When(status.Since, now, clock)}", ListingCell.StyleOf(status.Standing)));
        grid.Add("Last check", Look(status.LastCheck, status.Url.Kind, now));
        if (status.Incident is { } incident)
            grid.Add("Incident", $"since {When(incident.StartedAt, now, clock)}: {incident.Reason}");
        if (open is not null)
            grid.Add("", OpenIncidentText.Reaction(open, clock));
        if (status.Sightings.Count > 1 || status is { Standing: Standing.Suspect, Sightings.Count: > 0 })
            grid.Add("Second look", SightingsText.Of(status.Sightings, clock));
        foreach (var (heading, text) in WarningsText.Lines(status, clock))
            grid.Add(heading, text);
        grid.Add("Uptime", $"24 h {Wording.Percent(uptime.Day)}, 7 days {Wording.Percent(uptime.Week)}, 30 days {Wording.Percent(uptime.Month)}");
        if (status is { Heartbeat: { } heartbeat, Settings.Heartbeat: { } rhythm })
            HeartbeatText.Add(grid, heartbeat, rhythm, now, clock);
        else
            grid.Add("Checked", $"every {Duration.Format(status.Settings.Interval)}, up means {KindWords.UpMeans(status)}{Timeout(status)}{WarningsText.Terms(status.Settings)}");
        LookText.AddTo(grid, status.Settings);
        QuietText.AddTo(grid, status, clock);
        grid.Add("Owner", status.Owner.Text);
        if (status.Settings.Tags.Count > 0)
            grid.Add("Tags", string.Join(", ", status.Settings.Tags));
        if (status.UnsentAlerts > 0)
            grid.Add("Alerts", $"{Wording.Count(status.UnsentAlerts, "alert")} not handed over yet");
        grid.Add("Id", status.Id.ToString());
        return grid;
    }

    private static string Timeout(WebsiteStatus status) =>
        status.Settings.Timeout is { } timeout ? $", at most {Duration.Format(timeout)} a check" : "";

    internal static string When(DateTimeOffset moment, DateTimeOffset now, TimeProvider clock) =>
        $"{Wording.Local(moment, clock)} ({Wording.Ago(moment, now)})";
}
