using UptimeSquirrel.History;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Client.Output;

/// <summary>Channels for people.</summary>
internal static class ChannelTable
{
    public static void Write(Terminal terminal, IReadOnlyList<ContactChannel> channels)
    {
        var grid = new Listing(
            new ListingColumn("CHANNEL"), new ListingColumn("KIND"), new ListingColumn("STATE"), new ListingColumn("USED FOR"), new ListingColumn("SETTINGS") { Shrinks = true },
            new ListingColumn("LAST FAILURE") { Shrinks = true });
        foreach (var channel in channels)
            grid.Add(
                channel.Id, channel.Kind, State(channel), Use(channel.Use), string.Join(", ", channel.Settings.Select(setting => $"{setting.Key}={setting.Value}")), channel.LastFailure ?? "");
        grid.Write(terminal);
    }

    public static void Write(Terminal terminal, IReadOnlyList<ChannelTest> tests)
    {
        var grid = new Listing(new ListingColumn("CHANNEL"), new ListingColumn("OUTCOME"), new ListingColumn("ANSWER") { Shrinks = true });
        foreach (var test in tests)
            grid.Add(test.Channel.Id, test.Outcome == DeliveryOutcome.Delivered ? new ListingCell("delivered", ListingCell.Good) : new ListingCell("failed", ListingCell.Bad), test.Answer);
        grid.Write(terminal);
    }

    public static void Write(Terminal terminal, IReadOnlyList<ChannelKind> kinds)
    {
        foreach (var kind in kinds)
        {
            terminal.Say($"{kind.Name}: {kind.Title}");
            var grid = new Listing(new ListingColumn(""), new ListingColumn(""), new ListingColumn("") { Shrinks = true });
            foreach (var setting in kind.Settings)
                grid.Add($"  {setting.Name}", setting.IsRequired ? "needed" : "optional", $"{setting.Meaning}{(setting.IsSecret ? " (secret)" : "")}: {setting.Example}");
            grid.Write(terminal);
            terminal.Say();
        }
    }

    /// <summary>For what a channel is used.</summary>
    public static string Use(ChannelUse use) => (use.After, use.Only) switch
    {
        (null, null) => "everything",
        (null, { } only) => only,
        ({ } after, var only) => $"{(only is null ? "" : only + ", ")}after {Duration.Format(after)}",
    };

    private static ListingCell State(ContactChannel channel) => channel switch
    {
        { BrokenSince: not null } => new("broken", ListingCell.Bad),
        { LastFailure: not null } => new("failing", ListingCell.Doubtful),
        _ => new("ok", ListingCell.Good),
    };
}
