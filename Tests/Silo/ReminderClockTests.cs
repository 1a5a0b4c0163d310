using Microsoft.Extensions.Time.Testing;
using UptimeSquirrel.Silo.Cluster;

namespace UptimeSquirrel.Tests.Silo;

public sealed class ReminderClockTests
{
    private static readonly DateTimeOffset _start = new(2026, 11, 28, 10, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(_start);
    private readonly ReminderClock _clock;
    private readonly List<string> _woken = [];

    public ReminderClockTests() => _clock = new ReminderClock(_time);

    [Fact]
    public void Those_who_are_due_in_the_same_hundredth_of_a_second_are_woken_together()
    {
        Wait("one", 21);
        Wait("another", 24.5);
        Wait("a later one", 26);

        _time.Advance(TimeSpan.FromMilliseconds(29));
        _woken.ShouldBeEmpty();
        _time.Advance(TimeSpan.FromMilliseconds(1));
        _woken.ShouldBe(["one", "another"]);
        _time.Advance(TimeSpan.FromMilliseconds(10));
        _woken.ShouldBe(["one", "another", "a later one"]);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(1)]
    [InlineData(4.9)]
    [InlineData(995)]
    [InlineData(59_999.999)]
    public void Nobody_is_woken_early_not_even_by_timers_whose_clock_lags_behind_by_four_milliseconds(double milliseconds)
    {
        _time.Advance(TimeSpan.FromMilliseconds(3));
        Wait("one", milliseconds);

        _time.Advance(TimeSpan.FromMilliseconds(milliseconds + 4));
        _woken.ShouldBeEmpty();
        _time.Advance(TimeSpan.FromMilliseconds(12));
        _woken.ShouldBe(["one"]);
    }

    [Fact]
    public void Who_needs_no_waking_any_more_is_not_woken()
    {
        var forgotten = Wait("one", 21);
        Wait("another", 21);

        forgotten.Dispose();

        _time.Advance(TimeSpan.FromSeconds(1));
        _woken.ShouldBe(["another"]);
    }

    [Fact]
    public void Who_is_set_anew_is_woken_at_the_new_moment_and_once()
    {
        var wait = Wait("one", 21);

        wait.Change(TimeSpan.FromMilliseconds(91), Timeout.InfiniteTimeSpan);

        _time.Advance(TimeSpan.FromMilliseconds(99));
        _woken.ShouldBeEmpty();
        _time.Advance(TimeSpan.FromSeconds(1));
        _woken.ShouldBe(["one"]);
    }

    [Fact]
    public async Task A_delay_by_this_clock_ends_after_its_moment()
    {
        var delay = Task.Delay(TimeSpan.FromMilliseconds(1500), _clock, TestContext.Current.CancellationToken);

        _time.Advance(TimeSpan.FromMilliseconds(1500));
        delay.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromMilliseconds(15));
        await delay;
        _clock.GetUtcNow().ShouldBe(_start.AddMilliseconds(1515));
    }

    private ITimer Wait(string name, double milliseconds) =>
        _clock.CreateTimer(_ => _woken.Add(name), null, TimeSpan.FromMilliseconds(milliseconds), Timeout.InfiniteTimeSpan);
}
