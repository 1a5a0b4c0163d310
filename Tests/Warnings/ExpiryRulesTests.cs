using UptimeSquirrel.Grains.Warnings;

namespace UptimeSquirrel.Tests.Warnings;

public sealed class ExpiryRulesTests
{
    private static readonly DateTimeOffset _start = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private static readonly int[] _steps = [21, 14, 7, 3, 1];

    // Each reading is "days left", or "days left of a renewed date!": what is told stands behind the arrow.
    [Theory]
    [InlineData("60 40 22 21.1", "")]
    [InlineData("21", "21@1")]
    [InlineData("21 20.5 20 15", "21@1")]
    [InlineData("21 14 7 3 1", "21@1 14@2 7@3 3@4 1@5")]
    [InlineData("21 13.9 13.5 6.8 2.9 2.5 0.9 0.4", "21@1 14@2 7@4 3@5 1@7")]
    [InlineData("30 2.5 2", "3@2")]
    [InlineData("30 0.2", "1@2")]
    [InlineData("1 0 -1 -30", "1@1")]
    [InlineData("-0.1", "")]
    public void Every_step_is_told_once_and_those_that_were_skipped_are_not_made_up_for(string daysLeft, string told) =>
        Play(daysLeft).ShouldBe(told);

    [Theory]
    [InlineData("7 22 14 7 6", "7@1")]
    [InlineData("22 2 22 14 3 1", "3@2 1@6")]
    public void A_clock_that_jumps_repeats_nothing(string daysLeft, string told) => Play(daysLeft).ShouldBe(told);

    [Theory]
    [InlineData("60 +90 +90", "")]
    [InlineData("7 +90 +90", "7@1 renewed@2")]
    [InlineData("14 7 +90 +90", "14@1 7@2 renewed@3")]
    [InlineData("7 +90 7 +90 7", "7@1 renewed@2")]
    [InlineData("7 +90 3 +90", "7@1 renewed@2 3@3 renewed@4")]
    [InlineData("7 +10 +8 +6", "7@1 14@2 7@4")]
    [InlineData("7 7.5 6.6", "7@1")]
    [InlineData("14 -3", "14@1")]
    public void A_renewal_is_told_once_and_only_to_those_who_were_warned(string daysLeft, string told) => Play(daysLeft).ShouldBe(told);

    [Theory]
    [InlineData("7 +6 7 +6 7 +6", "7@1 7@2")]
    [InlineData("7 +6 3 +2.5 2.9 +2.4", "7@1 7@2 3@3 3@4")]
    [InlineData("7 +6 7 +90 7 +90", "7@1 7@2")]
    public void Two_servers_with_a_certificate_each_are_told_of_once_each(string daysLeft, string told) => Play(daysLeft).ShouldBe(told);

    [Theory]
    [InlineData(90, 21, 21)]
    [InlineData(63, 21, 21)]
    [InlineData(62, 21, null)]
    [InlineData(47, 21, null)]
    [InlineData(47, 14, 14)]
    [InlineData(6, 5, null)]
    [InlineData(6, 2, null)]
    [InlineData(6, 1, 1)]
    public void A_certificate_that_lives_shortly_is_not_worried_about_before_a_machine_would_renew_it(int lifetime, int left, int? told)
    {
        var expires = _start.AddDays(left);

        ExpiryRules.Judge(null, expires, expires.AddDays(-lifetime), _steps, _start).Days.ShouldBe(told);
    }

    [Theory]
    [InlineData("1,3,7,14,21")]
    [InlineData("7,7,1,21,3,14,7")]
    public void The_order_in_which_steps_are_configured_does_not_matter(string steps) =>
        ExpiryRules.Judge(null, _start.AddDays(5), null, [.. steps.Split(',').Select(int.Parse)], _start).Days.ShouldBe(7);

    [Fact]
    public void Without_steps_nothing_is_told() => ExpiryRules.Judge(null, _start.AddDays(1), null, [], _start).ShouldBe(ExpiryNews.None);

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, true)]
    [InlineData(1, false)]
    [InlineData(12, false)]
    [InlineData(13, true)]
    public void A_date_is_read_again_when_it_is_due_or_was_planned_by_a_clock_that_was_wrong(int dueInHours, bool isDue) =>
        ExpiryRules.IsDue(_start.AddHours(dueInHours), _start).ShouldBe(isDue);

    // "7" is the first date with 7 days left, "+90" another one with 90 days left.
    private static string Play(string daysLeft)
    {
        var (news, number) = (new List<string>(), 0);
        ToldExpiry? told = null;
        foreach (var reading in daysLeft.Split(' '))
        {
            number++;
            var left = double.Parse(reading, System.Globalization.CultureInfo.InvariantCulture);
            var (expires, now) = reading[0] == '+' ? (_start.AddDays(1000), _start.AddDays(1000 - left)) : (_start, _start.AddDays(-left));
            var step = ExpiryRules.Judge(told, expires, validFrom: null, _steps, now);
            if (step.Days is { } days)
                news.Add($"{days}@{number}");
            if (step.IsRenewed)
                news.Add($"renewed@{number}");
            told = step == ExpiryNews.None ? told : ExpiryRules.Remember(told, expires, step, "");
        }

        return string.Join(' ', news);
    }
}
