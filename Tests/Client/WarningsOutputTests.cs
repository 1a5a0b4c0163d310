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
    public void A_website_that_is_down_is_not_called_slow() => WarningsText.Standing(_slow with { Standing = Standing.Down }).ShouldBe("down");

    [Fact]
    public void Programs_read_the_same() =>
        JsonShapes.WriteLine(WebsiteShape.Of(_slow)).ShouldEndWith(
            "\"sightings\":[],\"warnings\":{\"certificateExpiresAt\":\"2026-11-29T18:00:00Z\",\"domain\":\"shop.example\"," +
            "\"domainExpiresAt\":\"2026-11-21T18:00:00Z\",\"slowSince\":\"2026-11-23T05:50:00Z\"}}");

    [Fact]
    public void An_answer_with_uptime_has_them_too() =>
        JsonShapes.WriteLine(WebsiteWithUptimeShape.Of(_slow, new UptimeShares(1, 1, 1))).ShouldContain("\"warnings\":{\"certificateExpiresAt\"");
}
