using UptimeSquirrel.Client.Maintenance;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.Maintenance;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Client;

public sealed class MaintenanceTextTests
{
    private static readonly MaintenanceWindow _once = new()
    {
        Id = "3f2a9c01",
        Owner = OwnerId.Parse("team"),
        Url = WebsiteUrl.Parse("shop.example"),
        From = new DateTimeOffset(2026, 12, 24, 21, 0, 0, TimeSpan.Zero),
        To = new DateTimeOffset(2026, 12, 25, 1, 0, 0, TimeSpan.Zero),
        Zone = "Europe/Berlin",
    };

    private static readonly MaintenanceWindow _weekly = new()
    {
        Id = "a",
        Owner = OwnerId.Parse("team"),
        Tag = "shop",
        Cron = "0 2 * * SUN",
        Length = TimeSpan.FromHours(2),
        Zone = "Europe/Berlin",
    };

    [Fact]
    public void A_window_is_told_by_the_clock_of_its_owner_with_the_zone()
    {
        var planned = new PlannedMaintenance(_once, Now: new MaintenanceSpan(_once.From!.Value, _once.To!.Value), Next: null);

        MaintenanceText.For(_once).ShouldBe("https://shop.example/");
        MaintenanceText.When(planned).ShouldBe("2026-12-24 22:00:00 +01:00 to 2026-12-25 02:00:00 +01:00 (Europe/Berlin)");
        MaintenanceText.Holds(planned).ShouldBe("It is now, until 2026-12-25 02:00:00 +01:00");
    }

    [Fact]
    public void A_recurring_window_says_when_it_comes_next()
    {
        var next = new DateTimeOffset(2026, 7, 5, 0, 0, 0, TimeSpan.Zero);
        var planned = new PlannedMaintenance(_weekly, Now: null, new MaintenanceSpan(next, next.AddHours(2)));

        MaintenanceText.For(_weekly).ShouldBe("the tag 'shop'");
        MaintenanceText.For(_weekly with { Tag = null }).ShouldBe("all websites");
        MaintenanceText.When(planned).ShouldBe("'0 2 * * SUN' for 2h (Europe/Berlin)");
        MaintenanceText.Holds(planned).ShouldBe("It comes at 2026-07-05 02:00:00 +02:00");
        MaintenanceText.Holds(planned with { Next = null }).ShouldBe("It does not come any more");
    }

    [Fact]
    public void A_window_in_json() =>
        JsonShapes.WriteLine(MaintenanceShape.Of(new PlannedMaintenance(_once, Now: null, new MaintenanceSpan(_once.From!.Value, _once.To!.Value)))).ShouldBe(
            "{\"id\":\"3f2a9c01\",\"owner\":\"team\",\"url\":\"https://shop.example/\",\"tag\":null,\"from\":\"2026-12-24T21:00:00Z\",\"to\":\"2026-12-25T01:00:00Z\"," +
            "\"cron\":null,\"lengthSeconds\":null,\"zone\":\"Europe/Berlin\",\"nowUntil\":null,\"nextFrom\":\"2026-12-24T21:00:00Z\",\"nextTo\":\"2026-12-25T01:00:00Z\"}");
}
