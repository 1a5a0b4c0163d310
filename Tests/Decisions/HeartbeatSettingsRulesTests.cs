using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Decisions;

public sealed class HeartbeatSettingsRulesTests
{
    private static readonly WebsiteUrl Job = WebsiteUrl.Parse("heartbeat://nightly-backup");

    [Theory]
    [InlineData(null, null, "1d", "1h", "5m")]
    [InlineData("1h", null, "1h", "6m", "5m")]
    [InlineData("1m", null, "1m", "1m", "1m")]
    [InlineData("7d", "0s", "7d", "0s", "5m")]
    [InlineData("31d", "31d", "31d", "31d", "5m")]
    public void A_job_has_a_rhythm_a_grace_and_is_looked_at_often_enough(string? every, string? grace, string expectedEvery, string expectedGrace, string lookEvery)
    {
        var (settings, problems) = Apply(Job, new() { Interval = Length(every), Grace = Length(grace) });

        problems.ShouldBeEmpty();
        settings.Heartbeat.ShouldBe(new HeartbeatSettings(Length(expectedEvery)!.Value, Length(expectedGrace)!.Value));
        (settings.Name, settings.Interval).ShouldBe(("nightly-backup", Length(lookEvery)!.Value));
    }

    [Fact]
    public void The_usual_grace_goes_with_the_rhythm_and_a_chosen_one_stays()
    {
        var usual = Apply(Job, new()).Settings;
        var chosen = Apply(Job, new() { Grace = TimeSpan.FromMinutes(7) }).Settings;

        Apply(Job, new() { Interval = TimeSpan.FromMinutes(20) }, usual).Settings.Heartbeat!.Grace.ShouldBe(TimeSpan.FromMinutes(2));
        Apply(Job, new() { Interval = TimeSpan.FromMinutes(20) }, chosen).Settings.Heartbeat!.Grace.ShouldBe(TimeSpan.FromMinutes(7));
    }

    [Fact]
    public void Nothing_said_changes_nothing()
    {
        var settings = Apply(Job, new() { Interval = TimeSpan.FromHours(2) }).Settings;

        SettingsRules.AreSame(Apply(Job, WebsiteChanges.None, settings).Settings, settings).ShouldBeTrue();
        SettingsRules.AreSame(Apply(Job, new() { Grace = TimeSpan.Zero }, settings).Settings, settings).ShouldBeFalse();
    }

    [Theory]
    [InlineData("heartbeat://a", "30s", null, null, null, "The job cannot be expected every 30s: expected 1m to 31d.")]
    [InlineData("heartbeat://a", "32d", null, null, null, "The job cannot be expected every 32d: expected 1m to 31d.")]
    [InlineData("heartbeat://a", null, "32d", null, null, "The grace 32d cannot be taken: expected 0s to 31d.")]
    [InlineData("heartbeat://a", null, null, "5s", null, "heartbeat://a has no timeout: a job calls us, and nobody waits for its answer.")]
    [InlineData("heartbeat://a", null, null, null, "200", "heartbeat://a has no status to accept: only websites answer with one.")]
    [InlineData("tcp://a:1", null, null, null, "200", "tcp://a:1 has no status to accept: only websites answer with one.")]
    [InlineData("tcp://a:1", null, "1m", null, null, "tcp://a:1 has no grace: that is for jobs that call us, such as heartbeat://nightly-backup.")]
    [InlineData("https://a/", null, "1m", null, null, "https://a/ has no grace: that is for jobs that call us, such as heartbeat://nightly-backup.")]
    public void What_means_nothing_for_a_kind_is_refused(string url, string? every, string? grace, string? timeout, string? accept, string expected)
    {
        var changes = new WebsiteChanges
        {
            Interval = Length(every),
            Grace = Length(grace),
            Timeout = Length(timeout),
            Accept = accept is null ? null : AcceptedStatuses.Parse(accept),
        };

        Apply(WebsiteUrl.Parse(url), changes).Problems.Single().Message.ShouldBe(expected);
    }

    private static (WebsiteSettings Settings, IReadOnlyList<SettingProblem> Problems) Apply(WebsiteUrl url, WebsiteChanges changes, WebsiteSettings? current = null) =>
        SettingsRules.Apply(url, current, changes, new ChecksOptions());

    private static TimeSpan? Length(string? text) => text is null ? null : Duration.TryParse(text, out var length, out var problem) ? length : throw new FormatException(problem);
}
