using UptimeSquirrel.Grains.Warnings;

namespace UptimeSquirrel.Tests.Warnings;

public sealed class SlownessRulesTests
{
    private static readonly DateTimeOffset _start = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan _apart = TimeSpan.FromSeconds(30);

    // A look a minute: s is slow, f is fast, - failed.
    [Theory]
    [InlineData("f f f f", "")]
    [InlineData("s s f s s f", "")]
    [InlineData("s s - s s - s s", "")]
    [InlineData("f s s s", "slow@4")]
    [InlineData("s s s s s s", "slow@3")]
    [InlineData("s s s f f s f f", "slow@3")]
    [InlineData("s s s f f - f f", "slow@3")]
    [InlineData("s s s f f f", "slow@3 fast@6")]
    [InlineData("s s s - - - f f f", "slow@3 fast@9")]
    [InlineData("s s s f f f s s s", "slow@3 fast@6 slow@9")]
    public void Three_looks_in_a_row_change_our_mind_and_nothing_less(string looks, string told) => Play(looks, minutes: 1).Told.ShouldBe(told);

    [Fact]
    public void Looks_that_follow_at_once_count_as_one() => Play("s s s s s s", minutes: 0).Told.ShouldBe("");

    [Fact]
    public void A_clock_that_was_set_back_does_not_stop_the_count() => Play("s s s", minutes: -60).Told.ShouldBe("slow@3");

    [Fact]
    public void It_is_slow_since_the_first_slow_look_and_fast_since_the_first_fast_one()
    {
        Play("f s s s", minutes: 1).Next!.Since.ShouldBe(_start.AddMinutes(1));
        Play("s s s f s f f", minutes: 1).Next!.FastSince.ShouldBe(_start.AddMinutes(5));
    }

    [Fact]
    public void A_fast_website_is_remembered_by_nothing() => Play("s s f", minutes: 1).Next.ShouldBeNull();

    [Theory]
    [InlineData(1, 3)]
    [InlineData(3, 3)]
    [InlineData(6, 6)]
    public void It_takes_as_many_looks_as_to_call_it_down_but_three_at_least(int failuresBeforeDown, int looks) =>
        SlownessRules.LooksNeeded(failuresBeforeDown).ShouldBe(looks);

    [Theory]
    [InlineData(300, 30)]
    [InlineData(60, 30)]
    [InlineData(2, 1)]
    public void Two_looks_are_half_an_interval_apart_or_half_a_minute(int interval, int apart) =>
        SlownessRules.Apart(TimeSpan.FromSeconds(interval)).ShouldBe(TimeSpan.FromSeconds(apart));

    private static (string Told, Slowness? Next) Play(string looks, int minutes)
    {
        var (told, number) = (new List<string>(), 0);
        Slowness? slowness = null;
        foreach (var look in looks.Split(' '))
        {
            var at = _start.AddMinutes(minutes * number++);
            var step = SlownessRules.Observe(slowness, look switch { "s" => true, "f" => false, _ => null }, at, needed: 3, _apart);
            slowness = step.News switch
            {
                SlownessNews.BecameSlow => step.Next! with { Looks = 0, Number = number },
                SlownessNews.FastAgain => null,
                _ => step.Next,
            };
            if (step.News != SlownessNews.None)
                told.Add($"{(step.News == SlownessNews.BecameSlow ? "slow" : "fast")}@{number}");
        }

        return (string.Join(' ', told), slowness);
    }
}
