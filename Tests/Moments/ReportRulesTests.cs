using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.Owners.Reports;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Decisions;
using UptimeSquirrel.Websites;
using static UptimeSquirrel.Tests.Moments.MomentCases;

namespace UptimeSquirrel.Tests.Moments;

public sealed class ReportRulesTests
{
    private static readonly DueReport _november = ReportRules.Next(new ReportPlan(ReportPeriod.Monthly, "UTC"), Utc("2026-11-15 00:00"))!;

    [Theory]
    [InlineData(ReportPeriod.Weekly, "UTC", "2026-11-23 07:59", "2026-W47", "2026-11-23 08:00", "2026-11-16 00:00", "2026-11-23 00:00")]
    [InlineData(ReportPeriod.Weekly, "UTC", "2026-11-23 08:00", "2026-W48", "2026-11-30 08:00", "2026-11-23 00:00", "2026-11-30 00:00")]
    [InlineData(ReportPeriod.Weekly, "Europe/Berlin", "2026-03-25 12:00", "2026-W13", "2026-03-30 06:00", "2026-03-22 23:00", "2026-03-29 22:00")]      // an hour short
    [InlineData(ReportPeriod.Weekly, "Europe/Berlin", "2026-10-22 12:00", "2026-W43", "2026-10-26 07:00", "2026-10-18 22:00", "2026-10-25 23:00")]      // an hour long
    [InlineData(ReportPeriod.Weekly, "UTC", "2026-12-30 12:00", "2026-W53", "2027-01-04 08:00", "2026-12-28 00:00", "2027-01-04 00:00")]
    [InlineData(ReportPeriod.Monthly, "UTC", "2026-11-30 23:00", "2026-11", "2026-12-01 08:00", "2026-11-01 00:00", "2026-12-01 00:00")]
    [InlineData(ReportPeriod.Monthly, "America/New_York", "2027-01-01 13:00", "2027-01", "2027-02-01 13:00", "2027-01-01 05:00", "2027-02-01 05:00")]
    public void A_report_is_due_when_its_period_is_over(ReportPeriod period, string zone, string after, string key, string at, string from, string to)
    {
        var next = ReportRules.Next(new ReportPlan(period, zone), Utc(after))!;

        (next.Key, next.At, next.From, next.To).ShouldBe((key, Utc(at), Utc(from), Utc(to)));
    }

    [Fact]
    public void Of_several_that_nobody_could_send_the_last_is_sent()
    {
        var reports = new StoredReports(new ReportPlan(ReportPeriod.Weekly, "UTC"), Utc("2026-11-01 00:00"));

        ReportRules.Due(reports, Utc("2026-11-02 07:00")).ShouldBeNull();
        ReportRules.Due(reports, Utc("2026-11-24 00:00"))!.Key.ShouldBe("2026-W47");
        ReportRules.Due(null, Utc("2026-11-24 00:00")).ShouldBeNull();
    }

    [Fact]
    public void Only_what_lies_in_the_period_counts()
    {
        var shop = Website("shop", hours: 720, latency: 90,
            (Utc("2026-10-31 23:00"), Utc("2026-11-01 01:00")), (Utc("2026-11-10 00:00"), Utc("2026-11-10 03:00")), (Utc("2026-11-30 22:00"), null), (Utc("2026-12-01 00:00"), null));
        var report = ReportRules.Sum(_november, [Website("blog", hours: 720, latency: 200), shop, Website("new", hours: 0, latency: 0)]);

        (report.Websites, report.Incidents, report.Downtime, report.Uptime).ShouldBe((3, 3, TimeSpan.FromHours(6), 1 - (6.0 / 1440)));
        report.Lines.Select(line => line.Name).ShouldBe(["shop", "blog", "new"]);
        (report.Lines[0].Uptime, report.Lines[1].Uptime, report.Lines[2].Uptime).ShouldBe((1 - (6.0 / 720), 1, null));
        report.Slowest.Select(line => line.Name).ShouldBe(["blog", "shop"]);
    }

    [Fact]
    public void A_website_that_is_checked_once_a_day_is_known_all_day() =>
        ReportRules.Sum(_november, [Website("shop", hours: 30, latency: 1, (Utc("2026-11-10 00:00"), Utc("2026-11-11 00:00"))) with { Interval = TimeSpan.FromDays(1) }])
            .Uptime.ShouldBe(1 - (24.0 / 720));

    [Fact]
    public void A_report_reads_well()
    {
        var shop = Website("shop", hours: 720, latency: 90, (Utc("2026-11-10 00:00"), Utc("2026-11-10 03:00")));
        var alert = ReportRules.Write(Film.Owner, _november, ReportRules.Sum(_november, [shop]), _november.At);
        var words = AlertWriter.Write(alert);

        alert.Id.ShouldBe($"report/{LogWords.Nameless("team")}/2026-11");
        words.Subject.ShouldBe("Report for November 2026: 99.583 % up, 1 outage");
        words.Explanation.ShouldBe("Your 1 website had 1 outage, 3 hours in all.");
        words.Facts.Select(fact => $"{fact.Label}: {fact.Value}").ShouldBe(
        [
            "From: 1 Nov 2026 00:00:00 UTC", "To: 1 Dec 2026 00:00:00 UTC", "Uptime: 99.583 %", "shop: 99.583 % up, 1 outage, 3 h", "Slowest: shop: 90 ms",
        ]);
    }

    [Fact]
    public void A_report_names_no_more_websites_than_anybody_reads()
    {
        var report = ReportRules.Sum(_november, [.. Enumerable.Range(1, 50).Select(number => Website($"w{number}", 720, number))]);

        (report.Websites, report.Lines.Count, report.Slowest.Count).ShouldBe((50, UptimeReport.MaximumLines, 5));
        AlertWriter.Write(ReportRules.Write(Film.Owner, _november, report, _november.At)).Facts.ShouldContain(new AlertFact("Not listed", "30 more, which were down no longer than these"));
    }

    [Fact]
    public void It_goes_by_mail_and_over_nothing_else()
    {
        var state = new OwnerState { Channels = [Channel("slack-1"), Channel("email-2")] };

        Outbox.Accept(state, ReportRules.Write(Film.Owner, _november, ReportRules.Sum(_november, []), _november.At), _november.At).ShouldBe(["email-2"]);
    }

    private static WatchedWebsite Website(string name, int hours, int latency, params (DateTimeOffset StartedAt, DateTimeOffset? EndedAt)[] outages) =>
        new(WebsiteUrl.Parse($"https://{name}.example/"), name, TimeSpan.FromMinutes(5), hours, hours * 12, TimeSpan.FromMilliseconds(latency) * hours * 12, outages);
}
