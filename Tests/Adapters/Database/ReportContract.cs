using UptimeSquirrel.Owners;
using static UptimeSquirrel.Tests.Adapters.Database.Rows;

namespace UptimeSquirrel.Tests.Adapters.Database;

/// <summary>What a report is made of, on every database.</summary>
public abstract class ReportContract : DatabaseTest
{
    [Fact]
    public async Task Checks_and_outages_of_one_owner_are_added_up_within_the_time_asked_for()
    {
        var (shop, blog, other) = (Website("https://shop.test/", name: "Shop"), Website("https://blog.test/", name: "Blog"), Website("https://shop.test/", owner: Bob));
        House.Journal.Record(shop);
        House.Journal.Record(blog);
        House.Journal.Record(other);
        House.Journal.Record(Healthy(shop, Noon, milliseconds: 40));
        House.Journal.Record(Healthy(shop, Noon.AddMinutes(5), milliseconds: 60));
        House.Journal.Record(Healthy(shop, Noon.AddMinutes(61), milliseconds: 20));
        House.Journal.Record(Healthy(shop, Noon.AddHours(3), milliseconds: 5000));
        House.Journal.Record(Healthy(other, Noon));
        House.Journal.Record(Incident(shop, "before", Noon.AddHours(-2), Noon));
        House.Journal.Record(Incident(shop, "within", Noon.AddMinutes(10), Noon.AddMinutes(20)));
        House.Journal.Record(Incident(shop, "open", Noon.AddMinutes(90)));
        House.Journal.Record(Incident(shop, "after", Noon.AddHours(3)));
        House.Journal.Record(Incident(other, "theirs", Noon.AddMinutes(10)));
        await FlushAsync();

        var read = await House.Reports.ReadAsync(Alice, Noon, Noon.AddHours(3), Stop);

        read.Select(website => website.Name).ShouldBe(["Blog", "Shop"]);
        (read[0].Hours, read[0].Checks, read[0].Took, read[0].Outages.Count).ShouldBe((0, 0, TimeSpan.Zero, 0));
        (read[1].Hours, read[1].Checks, read[1].Took, read[1].Interval).ShouldBe((2, 3, TimeSpan.FromMilliseconds(120), TimeSpan.FromMinutes(5)));
        read[1].Outages.ShouldBe([(Noon.AddMinutes(10), Noon.AddMinutes(20)), (Noon.AddMinutes(90), null)]);
        (await House.Reports.ReadAsync(OwnerId.Parse("nobody"), Noon, Noon.AddHours(3), Stop)).ShouldBeEmpty();
    }
}
