using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Output;

/// <summary>Many websites for people.</summary>
internal static class WebsiteTable
{
    public static Listing Of(IReadOnlyList<WebsiteStatus> websites, DateTimeOffset now)
    {
        // A column in which every row says the same is only shown when it says something.
        var showOwners = websites.Select(website => website.Owner).Distinct().Skip(1).Any();
        var grid = new Listing([
            new ListingColumn("STANDING"),
            new ListingColumn("SINCE"),
            new ListingColumn("WEBSITE") { Shrinks = true, Cuts = true },
            .. showOwners ? [new ListingColumn("OWNER") { Shrinks = true, Cuts = true }] : Array.Empty<ListingColumn>(),
            new ListingColumn("LAST CHECK") { Shrinks = true },
        ]);
        foreach (var website in websites)
        {
            ListingCell[] ownerCell = showOwners ? [website.Owner.Text] : [];
            grid.Add([
                new ListingCell(WarningsText.Standing(website), ListingCell.StyleOf(website.Standing)), Wording.Ago(website.Since, now), website.Url.Text, .. ownerCell,
                string.Join("; ", [StatusText.Look(website.LastCheck, website.Url.Kind, now), .. WarningsText.Brief(website.Warnings, now)])]);
        }
        return grid;
    }

    /// <summary>How many there are, and of which standing.</summary>
    public static string Summary(IReadOnlyList<WebsiteStatus> websites)
    {
        var parts = websites.CountBy(website => website.Standing).OrderBy(part => Severity(part.Key))
            .Select(part => $"{Wording.Number(part.Value)} {Wording.Of(part.Key)}{(part.Key == Standing.Up ? Slow(websites) : "")}");
        return $"{Wording.Count(websites.Count, "website")}: {string.Join(", ", parts)}";
    }

    private static string Slow(IReadOnlyList<WebsiteStatus> websites) =>
        websites.Count(website => website is { Standing: Standing.Up, Warnings.SlowSince: not null }) is > 0 and var slow ? $" ({Wording.Number(slow)} slow)" : "";

    private static int Severity(Standing standing) => standing switch
    {
        Standing.Down => 0,
        Standing.Suspect => 1,
        Standing.Up => 2,
        Standing.Pending => 3,
        _ => 4,
    };
}
