using System.Globalization;
using UptimeSquirrel.History;

namespace UptimeSquirrel.Client.Output;

/// <summary>The log of deliveries for people.</summary>
internal static class DeliveryTable
{
    public static Listing Of(IReadOnlyList<Delivery> deliveries, TimeProvider clock)
    {
        var grid = new Listing(
            new ListingColumn("TOLD AT"), new ListingColumn("OUTCOME"), new ListingColumn("CHANNEL"), new ListingColumn("TO") { Shrinks = true, Cuts = true },
            new ListingColumn("TRY") { IsNumber = true }, new ListingColumn("WHAT") { Shrinks = true, Cuts = true }, new ListingColumn("ANSWER") { Shrinks = true });
        foreach (var delivery in deliveries)
            grid.Add(
                Wording.Local(delivery.At, clock), Outcome(delivery.Outcome), delivery.Channel, delivery.Recipient,
                delivery.Attempt.ToString(CultureInfo.InvariantCulture), delivery.Subject, delivery.Answer);
        return grid;
    }

    private static ListingCell Outcome(DeliveryOutcome outcome) => outcome switch
    {
        DeliveryOutcome.Delivered => new("delivered", ListingCell.Good),
        DeliveryOutcome.TryAgain => new("tries again", ListingCell.Doubtful),
        _ => new("gave up", ListingCell.Bad),
    };
}
