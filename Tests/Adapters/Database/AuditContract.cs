using UptimeSquirrel.Auditing;

namespace UptimeSquirrel.Tests.Adapters.Database;

/// <summary>Who did what, on every database.</summary>
public abstract class AuditContract : DatabaseTest
{
    [Fact]
    public async Task What_was_done_is_read_page_by_page_the_newest_first()
    {
        await House.Audit.AddAsync([Entry("alice", "website.add", "https://shop.test/"), Entry("bob", "website.remove", "https://shop.test/")], Stop);
        await House.Audit.AddAsync([Entry("alice", "owner.change", "team")], Stop);

        var all = await House.Audit.ReadAsync(new AuditQuery(), Stop);
        var older = await House.Audit.ReadAsync(new AuditQuery(Before: all[0].Id, Limit: 1), Stop);

        all.Select(entry => entry.What).ShouldBe(["owner.change", "website.remove", "website.add"]);
        older.ShouldHaveSingleItem().What.ShouldBe("website.remove");
        (await House.Audit.ReadAsync(new AuditQuery(Who: "alice"), Stop)).Count.ShouldBe(2);
        (await House.Audit.ReadAsync(new AuditQuery(Subject: "https://shop.test/"), Stop)).Count.ShouldBe(2);
        all[2].ShouldBe(Entry("alice", "website.add", "https://shop.test/") with { Id = all[2].Id });
    }

    [Fact]
    public async Task Odd_and_long_texts_are_kept_as_far_as_they_go()
    {
        await House.Audit.AddAsync([Entry("al\0ice", new string('x', 9_999), "\ud800") with { Detail = null, From = null }], Stop);

        var entry = (await House.Audit.ReadAsync(new AuditQuery(), Stop)).ShouldHaveSingleItem();

        (entry.Who, entry.Detail, entry.From).ShouldBe(("alice", null, null));
        entry.What.Length.ShouldBe(501);
    }

    [Fact]
    public async Task After_a_year_it_is_forgotten()
    {
        var now = TimeProvider.System.GetUtcNow();
        await House.Audit.AddAsync([Entry("old", "a.b", "x") with { At = now.AddDays(-367) }, Entry("new", "a.b", "x") with { At = now.AddDays(-360) }], Stop);

        await House.Maintenance.RunAsync(Stop);

        (await House.Audit.ReadAsync(new AuditQuery(), Stop)).ShouldHaveSingleItem().Who.ShouldBe("new");
    }

    private static AuditEntry Entry(string who, string what, string subject) => new(0, Rows.Noon, who, what, subject, "some detail", "192.0.2.1");
}
