using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Journal;
using UptimeSquirrel.History;
using static UptimeSquirrel.Tests.Adapters.Database.Rows;

namespace UptimeSquirrel.Tests.Adapters.Database;

/// <summary>Long lists of what happened, page by page, on every database.</summary>
public abstract class PagingContract : DatabaseTest
{
    [Fact]
    public async Task Incidents_are_on_one_page_each_also_those_that_began_at_the_same_moment()
    {
        var shop = Website("https://shop.test/");
        for (var i = 0; i < 9; i++)
            House.Journal.Record(Incident(shop, $"incident {i}", Noon.AddMinutes(i / 3), i % 2 == 0 ? Noon.AddHours(1) : null));
        await FlushAsync();

        var seen = new List<string>();
        for (string? after = null, first = "yes"; first is not null || after is not null; first = null)
        {
            var page = await House.History.FindIncidentsAsync(new IncidentQuery { After = after, Limit = 2 }, Stop);
            seen.AddRange(page.Incidents.Select(incident => incident.Id));
            after = page.Next;
        }

        seen.ShouldBe(Enumerable.Range(0, 9).Reverse().Select(i => $"incident {i}"));
    }

    [Fact]
    public async Task Incidents_are_found_by_owner_website_time_and_whether_they_last()
    {
        var (shop, blog) = (Website("https://shop.test/"), Website("https://blog.test/", owner: Bob));
        House.Journal.Record(Incident(shop, "over", Noon, Noon.AddMinutes(5)));
        House.Journal.Record(Incident(shop, "lasts", Noon.AddHours(1)));
        House.Journal.Record(Incident(blog, "bobs", Noon.AddHours(2)));
        await FlushAsync();

        (await FindAsync(new IncidentQuery())).ShouldBe("bobs lasts over");
        (await FindAsync(new IncidentQuery { Owner = Bob })).ShouldBe("bobs");
        (await FindAsync(new IncidentQuery { Website = shop.Id })).ShouldBe("lasts over");
        (await FindAsync(new IncidentQuery { IsOpen = true })).ShouldBe("bobs lasts");
        (await FindAsync(new IncidentQuery { IsOpen = false })).ShouldBe("over");
        (await FindAsync(new IncidentQuery { Since = Noon.AddHours(1), Until = Noon.AddHours(2) })).ShouldBe("lasts");
        (await FindAsync(new IncidentQuery { After = "nonsense" })).ShouldBe("bobs lasts over");
        (await House.History.GetIncidentAsync("bobs", Stop)).ShouldBe(Incident(blog, "bobs", Noon.AddHours(2)));
        (await House.History.GetIncidentAsync("nobody's\0", Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Deliveries_are_on_one_page_each()
    {
        for (var i = 0; i < 7; i++)
            House.Journal.Record(Delivery("a1", i, Noon) with { Recipient = $"reader{i % 2}@example.test" });
        await FlushAsync();

        var seen = new List<int>();
        for (string? after = null, first = "yes"; first is not null || after is not null; first = null)
        {
            var page = await House.History.FindDeliveriesAsync(new DeliveryQuery { Owner = Alice, After = after, Limit = 3 }, Stop);
            seen.AddRange(page.Deliveries.Select(delivery => delivery.Attempt));
            after = page.Next;
        }

        seen.ShouldBe([6, 5, 4, 3, 2, 1, 0]);
    }

    [Fact]
    public async Task Checks_are_paged_with_where_their_time_went()
    {
        var shop = Website("https://shop.test/");
        var times = new PhaseTimes(TimeSpan.FromMilliseconds(1.25), TimeSpan.FromMilliseconds(7), TimeSpan.FromMilliseconds(11.5), TimeSpan.Zero);
        House.Journal.Record(Healthy(shop, Noon, 40) with { Phases = PackedPhases.Pack(times) });
        House.Journal.Record(Failing(shop, Noon.AddMinutes(1)));
        await FlushAsync();

        var first = await House.History.FindChecksAsync(new HistoryQuery { Website = shop.Id, Since = Noon.AddDays(-1), Limit = 1 }, Stop);
        first.Checks.Single().Phases.ShouldBeNull();
        first.Next.ShouldBe(Noon.AddMinutes(1));
        var second = await House.History.FindChecksAsync(new HistoryQuery { Website = shop.Id, Since = Noon.AddDays(-1), Before = first.Next, Limit = 1 }, Stop);
        second.Checks.Single().Phases.ShouldBe(times with { Answering = TimeSpan.FromMilliseconds(40 - 1.25 - 7 - 11.5) });
        second.Next.ShouldBeNull();
    }

    private async Task<string> FindAsync(IncidentQuery query) =>
        string.Join(' ', (await House.History.FindIncidentsAsync(query, Stop)).Incidents.Select(incident => incident.Id));
}
