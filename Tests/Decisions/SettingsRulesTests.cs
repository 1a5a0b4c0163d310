using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Decisions;

public sealed class SettingsRulesTests
{
    private static readonly ChecksOptions _options = new();

    [Fact]
    public void A_website_registered_without_settings_gets_the_defaults()
    {
        var (settings, problems) = SettingsRules.Apply(Film.Url, null, WebsiteChanges.None, _options);

        problems.ShouldBeEmpty();
        settings.Name.ShouldBe("shop.example");
        settings.Interval.ShouldBe(TimeSpan.FromMinutes(5));
        settings.Accept.ShouldBe(AcceptedStatuses.Default);
        settings.Tags.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_not_mentioned_stays_as_it_was()
    {
        var (first, _) = SettingsRules.Apply(Film.Url, null, new() { Name = "Shop", Interval = TimeSpan.FromMinutes(10), Tags = ["prod"] }, _options);
        var (second, _) = SettingsRules.Apply(Film.Url, first, new() { Tags = ["web"] }, _options);

        (second.Name, second.Interval).ShouldBe(("Shop", TimeSpan.FromMinutes(10)));
        second.Tags.ShouldBe(["web"]);
    }

    [Fact]
    public void Tags_are_tidied() =>
        SettingsRules.Apply(Film.Url, null, new() { Tags = [" Web", "prod", "", "PROD"] }, _options).Settings.Tags.ShouldBe(["prod", "web"]);

    [Fact]
    public void The_order_and_spelling_of_tags_makes_no_change()
    {
        var (one, _) = SettingsRules.Apply(Film.Url, null, new() { Tags = ["a", "b"] }, _options);
        var (other, _) = SettingsRules.Apply(Film.Url, one, new() { Tags = ["B", "a"] }, _options);

        SettingsRules.AreSame(one, other).ShouldBeTrue();
        SettingsRules.AreSame(one, other with { Tags = ["a"] }).ShouldBeFalse();
        SettingsRules.AreSame(one, other with { Timeout = TimeSpan.FromSeconds(3) }).ShouldBeFalse();
    }

    [Theory]
    [InlineData("00:00:59", "The interval 59s cannot be taken: expected 1m to 1d.")]
    [InlineData("00:01:00", null)]
    [InlineData("1.00:00:00", null)]
    [InlineData("1.00:00:01", "The interval 86401s cannot be taken: expected 1m to 1d.")]
    public void An_interval_is_from_the_minimum_to_a_day(string interval, string? problem) =>
        ProblemsOf(new() { Interval = TimeSpan.Parse(interval, System.Globalization.CultureInfo.InvariantCulture) }).ShouldBe(problem is null ? [] : [problem]);

    [Theory]
    [InlineData(0.5, "The timeout 0.5s cannot be taken: expected 1s to 12s.")]
    [InlineData(1, null)]
    [InlineData(12, null)]
    [InlineData(12.5, "The timeout 12.5s cannot be taken: expected 1s to 12s.")]
    public void A_timeout_is_one_to_twelve_seconds(double seconds, string? problem) =>
        ProblemsOf(new() { Timeout = TimeSpan.FromSeconds(seconds) }).ShouldBe(problem is null ? [] : [problem]);

    [Fact]
    public void A_name_is_one_line_of_at_most_200_characters()
    {
        ProblemsOf(new() { Name = new string('x', 200) }).ShouldBeEmpty();
        ProblemsOf(new() { Name = "two\nlines" }).ShouldBe(["The name 'two?lines' cannot be taken: expected 1 to 200 characters on one line."]);
        ProblemsOf(new() { Name = " " }).ShouldBe(["The name '' cannot be taken: expected 1 to 200 characters on one line."]);
        ProblemsOf(new() { Name = new string('x', 201) }).Count().ShouldBe(1);
    }

    [Fact]
    public void All_problems_are_told_at_once() =>
        SettingsRules.Apply(Film.Url, null, new() { Name = "", Interval = TimeSpan.Zero, Timeout = TimeSpan.Zero, Tags = [new string('x', 51)] }, _options)
            .Problems.Select(problem => problem.Field).ShouldBe(["name", "interval", "timeout", "tags"]);

    [Fact]
    public void A_stored_setting_stays_good_when_the_limits_of_the_installation_move()
    {
        var (stored, _) = SettingsRules.Apply(Film.Url, null, new() { Interval = TimeSpan.FromMinutes(1) }, _options);

        SettingsRules.Apply(Film.Url, stored, new() { Name = "Shop" }, new ChecksOptions { MinimumInterval = TimeSpan.FromMinutes(5) })
            .Problems.ShouldBeEmpty();
    }

    private static IEnumerable<string> ProblemsOf(WebsiteChanges changes) =>
        SettingsRules.Apply(Film.Url, null, changes, _options).Problems.Select(problem => problem.Message);
}
