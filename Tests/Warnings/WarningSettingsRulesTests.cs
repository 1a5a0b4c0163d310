using UptimeSquirrel.Grains.Warnings;
using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.Tests.Decisions;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Warnings;

public sealed class WarningSettingsRulesTests
{
    private static readonly WarningSettings _two = new() { SlowAfter = TimeSpan.FromSeconds(2) };

    [Fact]
    public void Nothing_said_is_nothing_kept() => WarningSettingsRules.Apply(null, null).ShouldBeNull();

    [Fact]
    public void What_is_not_mentioned_stays() =>
        WarningSettingsRules.Apply(_two, new() { Domain = false }).ShouldBe(new WarningSettings { SlowAfter = TimeSpan.FromSeconds(2), Domain = false });

    [Fact]
    public void Zero_and_on_take_back_what_was_said()
    {
        WarningSettingsRules.Apply(_two, new() { SlowAfter = TimeSpan.Zero }).ShouldBeNull();
        WarningSettingsRules.Apply(new() { Certificate = false }, new() { Certificate = true }).ShouldBeNull();
    }

    [Theory]
    [InlineData("0", null)]
    [InlineData("0.01", null)]
    [InlineData("9.99", null)]
    [InlineData("0.009", "The time 0.009s after which it is slow cannot be taken: expected 0.01s to less than 10s, when a check is given up, or 0 for never.")]
    [InlineData("10", "The time 10s after which it is slow cannot be taken: expected 0.01s to less than 10s, when a check is given up, or 0 for never.")]
    public void Slow_is_less_than_a_check_may_take(string seconds, string? problem)
    {
        Duration.TryParse(seconds, out var slowAfter, out _).ShouldBeTrue();

        SettingsRules.Apply(Film.Url, null, new() { Warnings = new() { SlowAfter = slowAfter } }, new ChecksOptions()).Problems
            .Select(found => found.Message).ShouldBe(problem is null ? [] : [problem]);
    }

    [Fact]
    public void Another_warning_is_a_change()
    {
        var (plain, _) = SettingsRules.Apply(Film.Url, null, WebsiteChanges.None, new ChecksOptions());
        var (slow, _) = SettingsRules.Apply(Film.Url, plain, new() { Warnings = _two }, new ChecksOptions());

        SettingsRules.AreSame(plain, slow).ShouldBeFalse();
        SettingsRules.AreSame(slow, slow with { Warnings = new() { SlowAfter = TimeSpan.FromSeconds(2) } }).ShouldBeTrue();
    }
}
