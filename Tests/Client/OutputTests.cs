using UptimeSquirrel.Checks;
using UptimeSquirrel.Client.Commands;
using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.History;
using UptimeSquirrel.Quieting;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Client;

public sealed class OutputTests
{
    [Theory]
    [InlineData("plain [red]text[/]", "plain [red]text[/]")]
    [InlineData("\u001b[31mred\u001b[0m", "red")]
    [InlineData("\u001b]0;title\u0007after", "after")]
    [InlineData("\u001b]8;;http://evil.example\u001b\\link", "link")]
    [InlineData("\u009b2Jgone", "gone")]
    [InlineData("a\r\nb\tc\0d\u0008", "a  b cd")]
    [InlineData("safe\u202egnp.exe\u200b", "safegnp.exe")]
    [InlineData("B\u00fccher \u4e66", "B\u00fccher \u4e66")]
    public void Text_from_elsewhere_cannot_command_the_terminal(string hostile, string shown) => PlainText.Clean(hostile).ShouldBe(shown);

    [Fact]
    public void A_list_that_goes_into_a_pipe_is_not_cut_and_has_no_escapes()
    {
        var terminal = new TestTerminal();

        WebsiteTable.Of([Samples.Down("\u001b[31m[bold]503[/] " + new string('x', 200)), Samples.Up("https://blog.example/")], Samples.Now).Write(terminal.Terminal);

        terminal.OutLines.ShouldBe(
        [
            "STANDING  SINCE      WEBSITE                        LAST CHECK",
            "down      3 min ago  https://shop.example/?a=1&b=2  30 s ago: [bold]503[/] " + new string('x', 200),
            "up        2 h ago    https://blog.example/          1 min ago: 200 in 84 ms",
        ]);
    }

    [Fact]
    public void A_list_fits_into_eighty_columns()
    {
        var terminal = new TestTerminal(width: 80);

        WebsiteTable.Of([Samples.Up("https://shop.example/" + new string('a', 100)), Samples.Down("The server could not be found: its name does not exist.")], Samples.Now)
            .Write(terminal.Terminal);

        terminal.OutLines.ShouldAllBe(line => line.Length <= 80);
        terminal.OutLines[1].ShouldContain("…");
        terminal.Out.ShouldContain("exist.");
    }

    [Fact]
    public void The_address_that_a_job_calls_stands_on_a_line_of_its_own_to_be_copied()
    {
        var terminal = new TestTerminal();

        HeartbeatCalls.Tell(terminal.Terminal, "http://uptime.example/ping/abc");

        terminal.OutLines[^1].ShouldBe("  curl -fsS -m 10 --retry 5 http://uptime.example/ping/abc");
    }

    [Fact]
    public void What_could_not_be_looked_at_is_not_counted_as_failing()
    {
        var terminal = new TestTerminal();
        JudgedLook[] looks = [Look(FailureKind.None), Look(FailureKind.BadStatus), Look(FailureKind.CheckBlocked)];

        LookTable.Write(terminal.Terminal, looks);

        terminal.OutLines[^1].ShouldBe("3 websites, 1 failing, 1 not seen");

        static JudgedLook Look(FailureKind kind) => new(
            WebsiteUrl.Parse($"{kind}.example"), new CheckResult { At = Samples.Now, Took = TimeSpan.Zero, StatusCode = 200 },
            new Verdict(kind == FailureKind.None ? null : new Problem(kind, "It is not well.", "not well")));
    }

    [Fact]
    public void The_status_page_says_what_it_is_since_when_and_why()
    {
        var terminal = new TestTerminal();

        StatusText.Of(Samples.Down(), new UptimeShares(0.99999, 1, null), terminal.Terminal.Clock).Write(terminal.Terminal);

        terminal.OutLines.ShouldBe(
        [
            "Website     https://shop.example/?a=1&b=2",
            "Name        Shop",
            "Standing    down since 2026-11-23 05:57:00 +00:00 (3 min ago)",
            "Last check  30 s ago: The server answered 503.",
            "Incident    since 2026-11-23 05:56:00 +00:00 (4 min ago): The server answered 503.",
            "Uptime      24 h 99.999 %, 7 days 100 %, 30 days unknown",
            "Checked     every 5m, up means 200-399",
            "Owner       web-team",
            "Tags        live",
            $"Id          {Samples.Down().Id}",
        ]);
    }

    [Fact]
    public void The_status_page_says_why_less_is_told_than_happens()
    {
        var terminal = new TestTerminal();
        var quiet = new QuietStatus
        {
            MaintenanceUntil = Samples.Now.AddHours(2),
            Flapping = new FlappingFacts(Samples.Now.AddHours(-1), 7),
            Held = HoldReason.Maintenance,
            With = new Companions(3, ["Blog", "Wiki"]),
        };
        var down = Samples.Down() with { Quiet = quiet, Settings = Samples.Down().Settings with { Parent = WebsiteUrl.Parse("router.example") } };

        StatusText.Of(down, new UptimeShares(1, 1, 1), terminal.Terminal.Clock).Write(terminal.Terminal);

        terminal.OutLines[7..12].ShouldBe(
        [
            "Depends on   https://router.example/",
            "Maintenance  in maintenance until 2026-11-23 08:00:00 +00:00; nobody is told meanwhile",
            "Flapping     7 outages since 2026-11-23 05:00:00 +00:00; no single alerts until it is steady",
            "Not told     it went down in maintenance: its owner is told if it is still down afterwards",
            "With it      3 websites went down: Blog, Wiki, …",
        ]);
        JsonShapes.WriteLine(WebsiteShape.Of(down)).ShouldEndWith(
            "\"sightings\":[],\"parent\":\"https://router.example/\",\"quiet\":{\"maintenanceUntil\":\"2026-11-23T08:00:00Z\"," +
            "\"flappingSince\":\"2026-11-23T05:00:00Z\",\"outages\":7,\"held\":\"maintenance\",\"with\":{\"count\":3,\"names\":[\"Blog\",\"Wiki\"]}}}");
    }

    [Fact]
    public void A_suspect_that_others_see_up_says_who_sees_what()
    {
        var terminal = new TestTerminal();
        var suspect = Samples.Down() with { Standing = Websites.Standing.Suspect, Sightings = [Samples.Sighting("berlin", null), Samples.Sighting("oslo", 200), Samples.Sighting("paris", 200)] };

        StatusText.Of(suspect, new UptimeShares(1, 1, 1), terminal.Terminal.Clock).Write(terminal.Terminal);

        terminal.Out.ShouldContain(
            "seen down from berlin (silo-berlin) NXDOMAIN at 05:57:00; seen up from oslo (silo-oslo) 200 at 05:57:00, paris (silo-paris) 200 at 05:57:00");
    }

    [Fact]
    public void The_history_of_an_incident_says_who_saw_it_where_others_were_asked()
    {
        var terminal = new TestTerminal();
        var seen = Samples.Incident("i-1") with { Sightings = [Samples.Sighting("berlin", 503), Samples.Sighting("oslo", 503)] };
        var alone = Samples.Incident("i-2") with { Sightings = [Samples.Sighting("paris", 503)] };

        HistoryText.Write(terminal.Terminal, Samples.Up(), Samples.Now, new WebsiteHistory([], [seen, alone]), 1);

        terminal.OutLines.ShouldContain("2026-11-23 05:56:00 +00:00 seen down from berlin (silo-berlin) 503 at 05:57:00, oslo (silo-oslo) 503 at 05:57:00");
        terminal.Out.ShouldNotContain("paris");
    }

    [Theory]
    [InlineData(1.0, "100 %")]
    [InlineData(0.999999, "99.999 %")]
    [InlineData(0.5, "50.0 %")]
    [InlineData(0.0, "0.0 %")]
    public void A_share_is_never_rounded_up(double share, string expected) => Wording.Percent(share).ShouldBe(expected);

    [Theory]
    [InlineData(1, "just now")]
    [InlineData(59, "59 s ago")]
    [InlineData(119, "1 min ago")]
    [InlineData(7200, "2 h ago")]
    [InlineData(47 * 3600, "47 h ago")]
    [InlineData(50 * 3600, "2 days ago")]
    public void An_age_is_told_in_its_largest_unit(int seconds, string expected) =>
        Wording.Ago(Samples.Now.AddSeconds(-seconds), Samples.Now).ShouldBe(expected);

    [Fact]
    public void A_summary_begins_with_what_is_worst() =>
        WebsiteTable.Summary([Samples.Up(), Samples.Up(), Samples.Down()]).ShouldBe("3 websites: 1 down, 2 up");

    [Fact]
    public void A_check_that_a_silo_doubted_is_shown_and_not_counted()
    {
        var terminal = new TestTerminal();
        var doubted = new CheckSummary(Samples.Now.AddMinutes(-1), null, TimeSpan.FromSeconds(5), IsHealthy: false, "No connection came about within 5 s.", IsDoubted: true);

        HistoryText.Write(terminal.Terminal, Samples.Up(), Samples.Now.AddHours(-1), new WebsiteHistory([doubted], []), shownChecks: 10);

        terminal.OutLines[0].ShouldEndWith("1 check, 0 failed, 1 not counted, 0 incidents.");
        terminal.OutLines[^1].ShouldContain("not counted");
        terminal.OutLines[^1].ShouldEndWith("The silo doubted itself. It saw: No connection came about within 5 s.");
    }
}
