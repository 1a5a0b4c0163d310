using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.History;
using UptimeSquirrel.Grains.Journal;
using UptimeSquirrel.History;

namespace UptimeSquirrel.Tests.History;

public sealed class LatencyRulesTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 27, 12, 34, 56, TimeSpan.Zero);

    [Theory]
    [InlineData(LatencyWindow.Hour, "2026-11-27T11:35:00Z")]
    [InlineData(LatencyWindow.Day, "2026-11-26T12:45:00Z")]
    [InlineData(LatencyWindow.Week, "2026-11-20T14:00:00Z")]
    [InlineData(LatencyWindow.Year, "2026-11-25T00:00:00Z")]
    public void A_series_begins_with_a_whole_step(LatencyWindow window, string expected) =>
        LatencyRules.ChecksFrom(window, _now).ShouldBe(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Of_a_day_the_checks_know_better_than_a_sum_that_came_before_them()
    {
        var joined = LatencyRules.Join([Sum(0, checks: 5), Sum(1, checks: 5), Sum(2, checks: 5)], [Point(1, checks: 4), Point(2, checks: 6), Point(3, checks: 1)]);
        joined.Select(point => (point.At.Day, point.Checks)).ShouldBe([(1, 5), (2, 5), (3, 6), (4, 1)]);
    }

    [Fact]
    public void Phases_survive_being_packed_to_a_hundredth_of_a_millisecond()
    {
        var times = new PhaseTimes(TimeSpan.FromMicroseconds(1234567.8), TimeSpan.FromMicroseconds(10), TimeSpan.FromSeconds(12), TimeSpan.FromDays(3));
        PackedPhases.Unpack(PackedPhases.Pack(times), TimeSpan.FromSeconds(15)).ShouldBe(
            new PhaseTimes(TimeSpan.FromMicroseconds(1234560), TimeSpan.FromMicroseconds(10), TimeSpan.FromSeconds(12), TimeSpan.FromMicroseconds(1765430)));
    }

    [Fact]
    public void What_is_too_long_or_negative_is_brought_into_its_range()
    {
        var odd = new PhaseTimes(TimeSpan.FromDays(1), TimeSpan.FromSeconds(-1), TimeSpan.Zero, TimeSpan.Zero);
        PackedPhases.Unpack(PackedPhases.Pack(odd), TimeSpan.FromSeconds(1)).ShouldBe(
            new PhaseTimes(TimeSpan.FromMicroseconds(20971510), TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero));
        PackedPhases.Unpack(0, TimeSpan.FromSeconds(1)).ShouldBeNull();
    }

    private static PeriodSum Sum(int day, int checks) => new()
    {
        At = Day(day),
        Checks = checks,
        Failures = 0,
        LatencySum = TimeSpan.Zero,
        Longest = TimeSpan.Zero,
    };

    private static LatencyPoint Point(int day, int checks) => new() { At = Day(day), Checks = checks, Failures = 0 };

    private static DateTimeOffset Day(int day) => new(2026, 11, day + 1, 0, 0, 0, TimeSpan.Zero);
}
