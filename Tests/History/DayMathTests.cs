using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.History;
using UptimeSquirrel.History;
using UptimeSquirrel.Maintenance;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.History;

public sealed class DayMathTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void There_is_a_day_for_each_day_also_for_those_of_which_nothing_is_known()
    {
        var days = Measure(new Watched(_now.AddDays(-50), TimeSpan.FromMinutes(5), [], []), [], [], 90);
        days.Count.ShouldBe(90);
        (days[0].Day, days[^1].Day).ShouldBe((new DateOnly(2026, 8, 30), new DateOnly(2026, 11, 27)));
        days.ShouldAllBe(day => day.Share == null && day.Watched == TimeSpan.Zero);
    }

    [Fact]
    public void A_past_day_was_watched_for_as_many_hours_as_its_sum_says()
    {
        var outage = Outage(At(-10, 2), At(-10, 5));
        var days = Measure(Watched(outage), [Sum(-10, hours: 12), Sum(-9, hours: null)], [], 30);
        var (outaged, whole) = (days[^11], days[^10]);
        (outaged.Watched, outaged.Down, outaged.Share).ShouldBe((TimeSpan.FromHours(12), TimeSpan.FromHours(3), 0.75));
        (whole.Watched, whole.Share).ShouldBe((TimeSpan.FromHours(24), 1));
    }

    [Fact]
    public void A_past_day_is_never_down_for_longer_than_it_was_watched()
    {
        var days = Measure(Watched(Outage(At(-10, 0), null)), [Sum(-10, hours: 2)], [], 30);
        (days[^11].Watched, days[^11].Down, days[^11].Share).ShouldBe((TimeSpan.FromHours(2), TimeSpan.FromHours(2), 0));
    }

    [Fact]
    public void Maintenance_counts_neither_way_on_a_past_day()
    {
        var watched = Watched(Outage(At(-10, 2), At(-10, 4))) with { Maintenance = [new MaintenanceSpan(At(-10, 2), At(-10, 8))] };
        var day = Measure(watched, [Sum(-10, hours: 24)], [], 30)[^11];
        (day.Watched, day.Down, day.Share).ShouldBe((TimeSpan.FromHours(18), TimeSpan.Zero, 1));
    }

    [Fact]
    public void The_last_days_are_measured_by_their_hours_and_today_ends_now()
    {
        var hours = Enumerable.Range(0, 36).Select(i => Hour(At(-1, 0).AddHours(i))).ToList();
        var watched = Watched(Outage(At(0, 9), null)) with { CheckedHours = [.. hours.Select(hour => hour.At)] };
        var days = Measure(watched, [], hours, 3);
        (days[0].Share, days[1].Watched, days[1].Share).ShouldBe((null, TimeSpan.FromHours(24), 1));
        (days[2].Watched, days[2].Down, days[2].Share).ShouldBe((TimeSpan.FromHours(12), TimeSpan.FromHours(3), 0.75));
        (days[1].Checks, days[1].Failures, days[1].MeanLatency).ShouldBe((24 * 12, 24, TimeSpan.FromMilliseconds(10)));
    }

    [Fact]
    public void The_share_of_many_days_is_that_of_their_time_and_not_the_mean_of_their_shares()
    {
        UptimeDay[] days = [Day(24, 24), Day(24, 0), Day(2, 1), Day(0, 0)];
        DayMath.Share(days, 3).ShouldBe(1 - 1 / 26.0);
        DayMath.Share(days, 1).ShouldBeNull();
    }

    private static IReadOnlyList<UptimeDay> Measure(Watched watched, IReadOnlyList<PeriodSum> days, IReadOnlyList<PeriodSum> hours, int count) =>
        DayMath.Measure(watched, days, hours, count, _now);

    private static Watched Watched(params Incident[] incidents) => new(_now.AddDays(-100), TimeSpan.FromMinutes(5), [], incidents);

    private static DateTimeOffset At(int day, int hour) => new DateTimeOffset(_now.UtcDateTime.Date, TimeSpan.Zero).AddDays(day).AddHours(hour);

    private static PeriodSum Sum(int day, int? hours) => Hour(At(day, 0)) with { Hours = hours };

    private static PeriodSum Hour(DateTimeOffset at) =>
        new() { At = at, Checks = 12, Failures = 1, LatencySum = TimeSpan.FromMilliseconds(120), Longest = TimeSpan.FromMilliseconds(30) };

    private static UptimeDay Day(int watched, int down) => new(default, null, TimeSpan.FromHours(watched), TimeSpan.FromHours(down));

    private static Incident Outage(DateTimeOffset from, DateTimeOffset? to) => new()
    {
        Id = "1",
        Website = default,
        Url = WebsiteUrl.Parse("https://shop.test/"),
        Owner = OwnerId.Default,
        StartedAt = from,
        EndedAt = to,
        Problem = new Problem(FailureKind.BadStatus, "", ""),
    };
}
