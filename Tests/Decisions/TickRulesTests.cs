using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Decisions;

public sealed class TickRulesTests
{
    private static readonly DateTimeOffset _last = Film.Start;
    private static readonly TimeSpan _interval = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData(-149, true)]
    [InlineData(0, true)]
    [InlineData(149, true)]
    [InlineData(150, false)]
    [InlineData(300, false)]
    [InlineData(900, false)]
    [InlineData(-3600, false)]    // the clock was set back
    public void A_tick_for_the_due_moment_that_was_served_is_a_repeat(int secondsLater, bool expected) =>
        TickRules.IsRepeat(_last, _last.AddSeconds(secondsLater), _interval).ShouldBe(expected);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-0.4, 0)]         // a timer that was early
    [InlineData(0.2, 0)]
    [InlineData(299, 0)]          // sent off by a silo that was frozen until shortly before the next
    [InlineData(299.6, 300)]
    [InlineData(601, 600)]
    public void A_tick_is_for_the_last_due_moment_however_late_it_was_sent_off(double sentSecondsLater, double dueSecondsLater)
    {
        var first = _last.UtcDateTime;

        TickRules.DueAt(first, _interval, first.AddSeconds(sentSecondsLater)).ShouldBe(_last.AddSeconds(dueSecondsLater));
    }

    [Fact]
    public void The_first_tick_is_no_repeat() => TickRules.IsRepeat(null, _last, _interval).ShouldBeFalse();

    [Theory]
    [InlineData(300, 0)]
    [InlineData(310, 0)]
    [InlineData(449, 0)]
    [InlineData(600, 1)]
    [InlineData(1500, 4)]
    public void Counts_the_ticks_that_never_came(int secondsLater, int expected) =>
        TickRules.Missed(_last, _last.AddSeconds(secondsLater), _interval).ShouldBe(expected);

    [Theory]
    [InlineData(-60, true)]       // due before the last tick that was served
    [InlineData(0, true)]
    [InlineData(149, true)]       // served a little early
    [InlineData(150, false)]
    [InlineData(300, false)]
    public void A_check_that_was_due_is_made_when_a_tick_was_served_then_or_later(int dueSecondsLater, bool expected) =>
        TickRules.IsServed(_last, _last.AddSeconds(dueSecondsLater), _last.AddHours(1), _interval).ShouldBe(expected);

    [Fact]
    public void After_the_clock_was_set_back_no_check_counts_as_made_in_the_future() =>
        TickRules.IsServed(_last, _last.AddHours(-1), _last.AddHours(-1), _interval).ShouldBeFalse();

    [Fact]
    public void Without_a_tick_ever_served_no_check_is_made() => TickRules.IsServed(null, _last, _last, _interval).ShouldBeFalse();

    [Fact]
    public void A_tick_is_as_late_as_its_moment_is_long_ago_and_never_early()
    {
        TickRules.Lateness(_last, _last.AddSeconds(9)).ShouldBe(TimeSpan.FromSeconds(9));
        TickRules.Lateness(_last, _last.AddSeconds(-1)).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void First_checks_are_spread_evenly_over_the_interval()
    {
        var tenths = new int[10];
        foreach (var number in Enumerable.Range(0, 10_000))
        {
            var id = WebsiteId.From(OwnerId.Default, WebsiteUrl.Parse($"https://shop{number}.example/"));
            var due = ScheduleRules.FirstCheckIn(id, _interval);
            due.ShouldBeInRange(TimeSpan.Zero, _interval - TimeSpan.FromTicks(1));
            tenths[(int)(due / _interval * 10)]++;
        }

        tenths.ShouldAllBe(count => count > 850 && count < 1150);
    }

    [Fact]
    public void A_website_always_gets_the_same_moment() =>
        ScheduleRules.FirstCheckIn(Film.Id, _interval).ShouldBe(ScheduleRules.FirstCheckIn(Film.Id, _interval));
}
