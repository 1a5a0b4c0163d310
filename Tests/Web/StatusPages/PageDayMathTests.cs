using UptimeSquirrel.Grains.History;
using UptimeSquirrel.Grains.StatusPages;
using UptimeSquirrel.History;
using UptimeSquirrel.Maintenance;
using UptimeSquirrel.Tests.Decisions;
using static UptimeSquirrel.Tests.Web.StatusPages.PageCases;

namespace UptimeSquirrel.Tests.Web.StatusPages;

public sealed class PageDayMathTests
{
    private static readonly TimeZoneInfo _berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Fact]
    public void A_day_begins_at_midnight_by_the_clock_of_the_page_also_where_clocks_are_changed()
    {
        PageDayMath.Since(1, _berlin, At("2026-11-23T10:00")).ShouldBe(At("2026-11-22T23:00"));
        PageDayMath.Since(1, _berlin, At("2026-03-29T10:00")).ShouldBe(At("2026-03-28T23:00"));
        PageDayMath.Since(2, _berlin, At("2026-03-30T10:00")).ShouldBe(At("2026-03-28T23:00"));
        PageDayMath.Since(1, TimeZoneInfo.FindSystemTimeZoneById("Africa/Cairo"), At("2026-04-24T10:00")).ShouldBe(At("2026-04-23T22:00"));
    }

    [Fact]
    public void An_outage_over_midnight_is_shared_between_its_days_and_unwatched_days_are_unknown()
    {
        var watched = Watched("2026-11-20T00:00", Now, ("2026-11-21T22:00", "2026-11-22T02:00"));

        var days = PageDayMath.Days(watched, 5, TimeZoneInfo.Utc, Now);

        days.Select(day => day.Day.Day).ShouldBe([19, 20, 21, 22, 23]);
        days.Select(day => day.Uptime is { } share ? Math.Round(share, 4) : (double?)null).ShouldBe([null, 1, 0.9167, 0.9167, 1]);
        days.Select(day => day.Down.TotalHours).ShouldBe([0, 0, 2, 2, 0]);
    }

    [Fact]
    public void An_outage_in_maintenance_is_not_counted()
    {
        var watched = Watched("2026-11-20T00:00", Now, ("2026-11-22T10:00", "2026-11-22T14:00")) with
        {
            Maintenance = [new MaintenanceSpan(At("2026-11-22T10:00"), At("2026-11-22T13:00"))],
        };

        var day = PageDayMath.Days(watched, 2, TimeZoneInfo.Utc, Now)[0];

        day.Down.ShouldBe(TimeSpan.FromHours(1));
        day.Uptime!.Value.ShouldBe(20.0 / 21, 0.0001);
    }

    [Fact]
    public void The_days_of_three_months_are_the_same_as_each_of_them_reckoned_alone()
    {
        var watched = Watched("2026-08-01T00:00", Now, ("2026-09-10T03:10", "2026-09-12T04:20"), ("2026-11-23T09:00", null));

        var days = PageDayMath.Days(watched, 90, _berlin, Now);

        days.Count.ShouldBe(90);
        foreach (var back in new[] { 0, 1, 40, 72, 73, 74, 89 })
        {
            var day = days[^(back + 1)];
            var from = PageDayMath.Since(back + 1, _berlin, Now);
            var to = back == 0 ? Now : PageDayMath.Since(back, _berlin, Now);
            day.Uptime!.Value.ShouldBe(UptimeMath.Share(watched, from, to)!.Value, 1e-9);
        }
    }

    private static Watched Watched(string registered, DateTimeOffset now, params (string From, string? To)[] outages)
    {
        var begin = At(registered);
        return new Watched(
            begin, TimeSpan.FromMinutes(5), [.. Enumerable.Range(0, (int)(now - begin).TotalHours + 1).Select(hour => begin.AddHours(hour))],
            [.. outages.Select((outage, i) => new Incident
            {
                Id = $"i{i}", Website = Film.Id, Url = Film.Url, Owner = Film.Owner, StartedAt = At(outage.From), EndedAt = outage.To is { } to ? At(to) : null,
                Problem = new(UptimeSquirrel.Checks.FailureKind.ConnectionRefused, "Refused.", "refused"),
            })]);
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text + "Z", System.Globalization.CultureInfo.InvariantCulture);
}
