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
        Of(deliveries, terminal.Clock).Write(terminal);
    }

    private static Listing Of(OwnerStatus owner, TimeProvider clock)
    {
        var grid = new Listing(new ListingColumn(""), new ListingColumn("") { Shrinks = true });
        grid.Add("Owner", owner.Id.Text);
        grid.Add("Told by e-mail", owner.Emails.Count == 0
            ? $"nobody yet: 'squirrel owner set {owner.Id} --email you@example.org' changes that"
            : string.Join(", ", owner.Emails));
        grid.Add("Waiting", owner.NextAttemptAt is { } next
            ? $"{Wording.Count(owner.WaitingAlerts, "alert")}, next attempt {Wording.Local(next, clock)}"
            : Wording.Count(owner.WaitingAlerts, "alert"));
        if (owner.LastFailure is { } failure)
            grid.Add("Last failure", new ListingCell(failure, ListingCell.Bad));
        return grid;
    }

    private static Listing Of(IReadOnlyList<Delivery> deliveries, TimeProvider clock)
    {
        var grid = new Listing(
            new ListingColumn("TOLD AT"), new ListingColumn("OUTCOME"), new ListingColumn("TO") { Shrinks = true, Cuts = true }, new ListingColumn("ANSWER") { Shrinks = true });
        foreach (var delivery in deliveries)
            grid.Add(Wording.Local(delivery.At, clock), Outcome(delivery.Outcome), delivery.Recipient, delivery.Answer);
        return grid;
    }

    private static ListingCell Outcome(DeliveryOutcome outcome) => outcome switch
    {
        DeliveryOutcome.Delivered => new("delivered", ListingCell.Good),
        DeliveryOutcome.TryAgain => new("tries again", ListingCell.Doubtful),
        _ => new("gave up", ListingCell.Bad),
    };
}
