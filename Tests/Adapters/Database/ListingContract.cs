using UptimeSquirrel.Grains.Journal;
using UptimeSquirrel.History;
using UptimeSquirrel.Websites;
using static UptimeSquirrel.Tests.Adapters.Database.Rows;

namespace UptimeSquirrel.Tests.Adapters.Database;

/// <summary>How people look through the list of websites, on every database.</summary>
public abstract class ListingContract : DatabaseTest
{
    [Theory]
    [InlineData(CatalogOrder.Worst, "down-now down-before suspect pending up paused")]
    [InlineData(CatalogOrder.Name, "down-before down-now paused pending suspect up")]
    [InlineData(CatalogOrder.Since, "up paused pending suspect down-before down-now")]
    [InlineData(CatalogOrder.LastCheck, "suspect pending down-now paused up down-before")]
    [InlineData(CatalogOrder.Address, "down-before down-now paused pending suspect up")]
    public async Task Every_order_is_the_same_in_pages_and_at_once_and_can_be_turned_round(CatalogOrder order, string expected)
    {
        WebsiteRow[] websites =
        [
            Named("down-before", Standing.Down, 40), Named("down-now", Standing.Down, 50), Named("paused", Standing.Paused, 10),
            Named("pending", Standing.Pending, 20), Named("suspect", Standing.Suspect, 30), Named("up", Standing.Up, 5),
        ];
        await RecordAsync(websites);
        House.Journal.Record(Healthy(websites[0], Noon.AddMinutes(4)));
        House.Journal.Record(Healthy(websites[5], Noon.AddMinutes(3)));
        House.Journal.Record(Healthy(websites[2], Noon.AddMinutes(2)));
        House.Journal.Record(Failing(websites[1], Noon.AddMinutes(1)));
        House.Journal.Record(Healthy(websites[3], Noon));
        await FlushAsync();

        (await NamesAsync(new CatalogQuery { Order = order })).ShouldBe(expected);
        (await PagedAsync(new CatalogQuery { Order = order, Limit = 1 })).ShouldBe(expected);
        (await PagedAsync(new CatalogQuery { Order = order, IsReversed = true, Limit = 4 })).ShouldBe(string.Join(' ', expected.Split(' ').Reverse()));
    }

    [Theory]
    [InlineData(CatalogOrder.Worst)]
    [InlineData(CatalogOrder.Name)]
    [InlineData(CatalogOrder.Since)]
    [InlineData(CatalogOrder.LastCheck)]
    public async Task Websites_that_are_the_same_in_all_that_counts_are_each_on_one_page(CatalogOrder order)
    {
        await RecordAsync([.. Enumerable.Range(0, 25).Select(i => Website($"https://site{i}.test/", name: "The same"))]);
        var all = (await PagedAsync(new CatalogQuery { Order = order, Limit = 7 }, website => website.Url.Text)).Split(' ');
        all.Distinct().Count().ShouldBe(25);
        all.Length.ShouldBe(25);
    }

    [Fact]
    public async Task A_cursor_of_another_order_starts_at_the_start()
    {
        await RecordAsync(Website("https://a.test/"), Website("https://b.test/"));
        var byAddress = (await House.Catalog.FindAsync(new CatalogQuery { Limit = 1 }, Stop)).Next;
        foreach (var order in Enum.GetValues<CatalogOrder>().Where(order => order != CatalogOrder.Address))
            (await House.Catalog.FindAsync(new CatalogQuery { Order = order, After = byAddress }, Stop)).Websites.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_list_can_be_of_several_standings_or_of_one_kind_and_is_counted_as_it_is_listed()
    {
        await RecordAsync(
            Website("https://a.test/", standing: Standing.Down), Website("https://b.test/", standing: Standing.Suspect), Website("https://c.test/"),
            Kind("tcp://db.test:5432"), Kind("tls://mail.test:993"), Kind("dns://d.test"), Kind("ping://e.test"), Kind("heartbeat://nightly"));

        await IsAsync(new CatalogQuery { Standings = [Standing.Down, Standing.Suspect] }, "https://a.test/ https://b.test/");
        await IsAsync(new CatalogQuery { Kind = WebsiteKind.Website }, "https://a.test/ https://b.test/ https://c.test/");
        await IsAsync(new CatalogQuery { Kind = WebsiteKind.Tcp }, "tcp://db.test:5432");
        await IsAsync(new CatalogQuery { Kind = WebsiteKind.Tls }, "tls://mail.test:993");
        await IsAsync(new CatalogQuery { Kind = WebsiteKind.Dns }, "dns://d.test?type=A");
        await IsAsync(new CatalogQuery { Kind = WebsiteKind.Ping }, "ping://e.test");
        await IsAsync(new CatalogQuery { Kind = WebsiteKind.Heartbeat }, "heartbeat://nightly");
        await IsAsync(new CatalogQuery { Kind = WebsiteKind.Heartbeat, Search = "daily" }, "");
    }

    [Fact]
    public async Task Tags_are_listed_with_the_most_used_first()
    {
        await RecordAsync(
            Website("https://a.test/", tags: ["eu", "prod"]), Website("https://b.test/", tags: ["prod"]), Website("https://c.test/", owner: Bob, tags: ["bobs"]),
            Website("https://d.test/"));
        (await House.Catalog.ListTagsAsync(null, Stop)).ShouldBe([new("prod", 2), new("bobs", 1), new("eu", 1)]);
        (await House.Catalog.ListTagsAsync(Bob, Stop)).ShouldBe([new("bobs", 1)]);
    }

    [Fact]
    public async Task Owners_are_those_with_websites_and_those_that_can_be_reached()
    {
        await RecordAsync(Website("https://a.test/", standing: Standing.Down), Website("https://b.test/"), Website("https://c.test/", owner: Bob));
        House.Journal.Record(new OwnerRow(UptimeSquirrel.Owners.OwnerId.Parse("carol"), new UptimeSquirrel.Grains.Absence.OwnerContacts([], []), 1));
        await FlushAsync();

        var first = await House.Catalog.FindOwnersAsync(new OwnerQuery { Limit = 2 }, Stop);
        first.Owners.ShouldBe([new(Alice, 2, 1), new(Bob, 1, 0)]);
        (await House.Catalog.FindOwnersAsync(new OwnerQuery { After = first.Next }, Stop)).Owners.Select(owner => owner.Id.Text).ShouldBe(["carol"]);
        (await House.Catalog.FindOwnersAsync(new OwnerQuery { Search = "BO" }, Stop)).Owners.Select(owner => owner.Id).ShouldBe([Bob]);
        (await House.Catalog.FindOwnersAsync(new OwnerQuery { Only = Alice }, Stop)).Owners.Select(owner => owner.Id).ShouldBe([Alice]);
    }

    private static WebsiteRow Named(string name, Standing standing, int sinceMinute) =>
        Website($"https://{name}.test/", standing: standing, name: name) with { Since = Noon.AddMinutes(sinceMinute) };

    private static WebsiteRow Kind(string url) => Website(url, name: "other");

    private async Task RecordAsync(params WebsiteRow[] websites)
    {
        foreach (var website in websites)
            House.Journal.Record(website);
        await FlushAsync();
    }

    private async Task IsAsync(CatalogQuery query, string expected)
    {
        var found = (await House.Catalog.FindAsync(query, Stop)).Websites.Select(website => website.Url.Text).ToList();
        string.Join(' ', found).ShouldBe(expected);
        (await House.Catalog.CountMatchesAsync(query, Stop)).ShouldBe(found.Count);
    }

    private async Task<string> NamesAsync(CatalogQuery query) =>
        string.Join(' ', (await House.Catalog.FindAsync(query, Stop)).Websites.Select(website => website.Settings.Name));

    private async Task<string> PagedAsync(CatalogQuery query, Func<WebsiteStatus, string>? text = null)
    {
        var seen = new List<string>();
        for (string? after = null, first = "yes"; first is not null || after is not null; first = null)
        {
            var page = await House.Catalog.FindAsync(query with { After = after }, Stop);
            page.Websites.Count.ShouldBeLessThanOrEqualTo(query.Limit);
            seen.AddRange(page.Websites.Select(text ?? (website => website.Settings.Name)));
            after = page.Next;
        }

        return string.Join(' ', seen);
    }
}
