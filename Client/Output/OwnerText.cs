using UptimeSquirrel.History;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Client.Output;

/// <summary>One owner for people.</summary>
internal static class OwnerText
{
    public static void Write(Terminal terminal, OwnerStatus owner, IReadOnlyList<Delivery> deliveries)
    {
        Of(owner, terminal.Clock).Write(terminal);
        if (deliveries.Count == 0)
            return;
        terminal.Say();
        DeliveryTable.Of(deliveries, terminal.Clock).Write(terminal);
    }

    private static Listing Of(OwnerStatus owner, TimeProvider clock)
    {
        var grid = new Listing(new ListingColumn(""), new ListingColumn("") { Shrinks = true });
        grid.Add("Owner", owner.Id.Text);
        grid.Add("Told by e-mail", owner.Channels.Count > owner.Emails.Count && owner.Emails.Count == 0
            ? "-"
            : owner.Emails.Count == 0
            ? $"nobody yet: 'squirrel owner set {owner.Id} --email you@example.org' changes that"
            : string.Join(", ", owner.Emails));
        foreach (var channel in owner.Channels.Where(channel => !channel.Id.Contains('@', StringComparison.Ordinal) || channel.BrokenSince is not null))
            grid.Add(
                $"Told by {channel.Kind}",
                channel.BrokenSince is { } since
                    ? new ListingCell($"{channel.Id}: broken since {Wording.Local(since, clock)}. {channel.LastFailure}", ListingCell.Bad)
                    : channel.Use == ChannelUse.Always ? channel.Id : $"{channel.Id}, for {ChannelTable.Use(channel.Use)}");
        grid.Add("Quiet hours", owner.Quiet is { } quiet ? QuietHoursText.Of(quiet) : "none");
        grid.Add("Gathered", DigestText.Of(owner.DigestWindow, owner.UsualDigestWindow));
        if (owner.Report is { } report)
            grid.Add("Report", $"{report.Period.ToString().ToLowerInvariant()}, {report.Zone}");
        foreach (var template in owner.Templates)
            grid.Add($"Words for {template.Kind}", template.Failure is { } failed
                ? new ListingCell($"the usual ones were sent {Wording.Local(template.FailedAt!.Value, clock)}, because their own failed. {failed}", ListingCell.Bad)
                : "their own: 'squirrel owner template show' has them");
        foreach (var open in owner.Incidents)
            grid.Add("Down", new ListingCell(OpenIncidentText.Of(open, clock), open.Acknowledged is null ? ListingCell.Bad : ListingCell.Doubtful));
        grid.Add("Waiting", owner.NextAttemptAt is { } next
            ? $"{Wording.Count(owner.WaitingAlerts, "alert")}, next attempt {Wording.Local(next, clock)}"
            : Wording.Count(owner.WaitingAlerts, "alert"));
        if (owner.LastFailure is { } failure)
            grid.Add("Last failure", new ListingCell(failure, ListingCell.Bad));
        return grid;
    }
}
