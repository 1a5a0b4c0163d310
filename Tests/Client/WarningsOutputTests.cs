using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.History;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Client;

public sealed class WarningsOutputTests
{
    private static readonly WebsiteStatus _slow = Samples.Up() with
    {
        Settings = Samples.Up().Settings with { Warnings = new() { SlowAfter = TimeSpan.FromSeconds(2), Domain = false } },
        Warnings = new()
        {
            CertificateExpiresAt = Samples.Now.AddDays(6.5),
            Domain = "shop.example",
            DomainExpiresAt = Samples.Now.AddDays(-1.5),
            SlowSince = Samples.Now.AddMinutes(-10),
        },
    };

    [Fact]
    public void The_status_page_shows_what_wants_attention()
    {
        var terminal = new TestTerminal();

        StatusText.Of(_slow, new UptimeShares(1, 1, 1), terminal.Terminal.Clock).Write(terminal.Terminal);

        terminal.OutLines.ShouldContain("Standing     up (slow) since 2026-11-23 03:00:00 +00:00 (2 h ago)");
        terminal.OutLines.ShouldContain("Slow         since 2026-11-23 05:50:00 +00:00 (10 min ago)");
        terminal.OutLines.ShouldContain("Certificate  good until 2026-11-29 (6 days left)");
        terminal.OutLines.ShouldContain("Domain       shop.example, good until 2026-11-21 (expired 1 day ago)");
        terminal.OutLines.ShouldContain("Checked      every 5m, up means 200-399, slow after 2s, no domain warnings");
    }

    [Fact]
    public void A_list_shows_what_is_slow_and_what_expires_and_says_nothing_of_what_has_expired()
    {
        var terminal = new TestTerminal();
        var soon = Samples.Up("https://soon.example/") with { Warnings = new() { DomainExpiresAt = Samples.Now.AddHours(5) } };

        WebsiteTable.Of([_slow, Samples.Up("https://fine.example/"), soon], Samples.Now).Write(terminal.Terminal);

        terminal.OutLines[1..].ShouldBe(
        [
            "up (slow)  2 h ago  https://shop.example/?a=1&b=2  1 min ago: 200 in 84 ms; certificate expires in 6 days",
            "up         2 h ago  https://fine.example/          1 min ago: 200 in 84 ms",
            "up         2 h ago  https://soon.example/          1 min ago: 200 in 84 ms; domain expires within a day",
        ]);
        WebsiteTable.Summary([_slow, Samples.Down(), soon]).ShouldBe("3 websites: 1 down, 2 up (1 slow)");
    }

    [Fact]
    public void A_website_that_is_down_is_not_called_slow() => WarningsText.Standing(_slow with { Standing = Standing.Down }).ShouldBe("down");

    [Fact]
    public void Programs_read_the_same() =>
        JsonShapes.WriteLine(WebsiteShape.Of(_slow)).ShouldEndWith(
            "\"sightings\":[],\"slowAfterSeconds\":2,\"domainWarnings\":false,\"warnings\":{\"certificateExpiresAt\":\"2026-11-29T18:00:00Z\",\"domain\":\"shop.example\"," +
            "\"domainExpiresAt\":\"2026-11-21T18:00:00Z\",\"slowSince\":\"2026-11-23T05:50:00Z\"}}");

    [Fact]
    public void An_answer_with_uptime_has_them_too() =>
        JsonShapes.WriteLine(WebsiteWithUptimeShape.Of(_slow, new UptimeShares(1, 1, 1))).ShouldContain("\"warnings\":{\"certificateExpiresAt\"");
}
