using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Defaults;
using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.Looks;
using UptimeSquirrel.Tests.Decisions;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Looks;

public sealed class DefaultsRulesTests
{
    private static readonly ChecksOptions _options = new() { DefaultMethod = CheckMethod.Get, DefaultAccept = "200-299" };

    [Fact]
    public void What_was_said_comes_before_the_owners_defaults_and_they_before_the_installations()
    {
        var defaults = Defaults(new() { Interval = TimeSpan.FromMinutes(1), Tags = ["Prod"], Patience = new() { SuccessesBeforeUp = 3 } });

        var (settings, problems) = SettingsRules.ApplyToNew(Film.Url, defaults, new() { Interval = TimeSpan.FromMinutes(2) }, _options);

        problems.ShouldBeEmpty();
        (settings.Interval, settings.Accept.Text, settings.Look!.Method, settings.Patience!.SuccessesBeforeUp).ShouldBe((TimeSpan.FromMinutes(2), "200-299", CheckMethod.Get, 3));
        settings.Tags.ShouldBe(["prod"]);
    }

    [Fact]
    public void The_interval_of_an_owners_websites_is_not_the_rhythm_of_their_jobs()
    {
        var defaults = Defaults(new() { Interval = TimeSpan.FromMinutes(1), Tags = ["Prod"] });

        var (settings, _) = SettingsRules.ApplyToNew(WebsiteUrl.Parse("heartbeat://nightly-backup"), defaults, WebsiteChanges.None, _options);

        settings.Heartbeat!.Every.ShouldBe(TimeSpan.FromDays(1));
        settings.Tags.ShouldBe(["prod"]);
    }

    [Fact]
    public void When_a_website_is_slow_may_be_said_by_the_installation_and_by_its_owner()
    {
        var options = new ChecksOptions { DefaultSlowAfter = TimeSpan.FromSeconds(2) };
        var defaults = Defaults(new() { Warnings = new() { SlowAfter = TimeSpan.FromSeconds(3), Domain = false } });

        SlowAfter(Film.Url, WebsiteChanges.None, new()).ShouldBe(2);
        SlowAfter(WebsiteUrl.Parse("tcp://db.example:5432"), WebsiteChanges.None, new()).ShouldBe(2);
        SlowAfter(WebsiteUrl.Parse("heartbeat://nightly-backup"), WebsiteChanges.None, new()).ShouldBeNull();
        SlowAfter(Film.Url, defaults, new()).ShouldBe(3);
        SlowAfter(Film.Url, defaults, new() { Warnings = new() { SlowAfter = TimeSpan.Zero } }).ShouldBeNull();
        SettingsRules.ApplyToNew(Film.Url, defaults, WebsiteChanges.None, options).Settings.Warnings!.Domain.ShouldBe(false);

        double? SlowAfter(WebsiteUrl url, WebsiteChanges owner, WebsiteChanges said) =>
            SettingsRules.ApplyToNew(url, owner, said, options).Settings.Warnings?.SlowAfter?.TotalSeconds;
    }

    [Fact]
    public void What_the_installation_says_is_one_object_for_all_websites()
    {
        var (one, _) = SettingsRules.ApplyToNew(Film.Url, WebsiteChanges.None, WebsiteChanges.None, _options);
        var (other, _) = SettingsRules.ApplyToNew(Film.Url, WebsiteChanges.None, WebsiteChanges.None, _options);

        one.Look.ShouldBeSameAs(other.Look);
        one.Accept.ShouldBeSameAs(other.Accept);
    }

    [Fact]
    public void Defaults_are_changed_one_by_one_and_unset_one_by_one()
    {
        var first = Defaults(new() { Interval = TimeSpan.FromMinutes(1), Accept = AcceptedStatuses.Parse("200"), Look = new() { Family = IpFamily.IPv4, StopsAtRedirect = true } });
        var second = Defaults(new() { Timeout = TimeSpan.FromSeconds(3), Unset = [SettingName.Accept, SettingName.Ip] }, first);

        second.ShouldBe(new WebsiteChanges { Interval = TimeSpan.FromMinutes(1), Timeout = TimeSpan.FromSeconds(3), Look = new() { StopsAtRedirect = true } });
        Defaults(new() { Unset = Enum.GetValues<SettingName>() }, second).ShouldBe(WebsiteChanges.None);
    }

    [Fact]
    public void What_belongs_to_one_website_is_no_default()
    {
        foreach (var look in (LookChanges[])[new() { Keyword = "x" }, new() { Body = Secret.Of("x") }, new() { IgnoresCertificate = true }, new() { Headers = [RequestHeader.Of("X-A", "b")] }])
            DefaultsRules.Apply(WebsiteChanges.None, new() { Look = look }, new()).Problems.ShouldHaveSingleItem().Message.ShouldStartWith("Only what may be the same for many websites can be a default");
    }

    [Fact]
    public void A_default_that_no_website_could_have_is_refused() =>
        DefaultsRules.Apply(WebsiteChanges.None, new() { Interval = TimeSpan.FromSeconds(1) }, _options).Problems.ShouldHaveSingleItem().Field.ShouldBe("interval");

    private static WebsiteChanges Defaults(WebsiteChanges changes, WebsiteChanges? before = null)
    {
        var (defaults, problems) = DefaultsRules.Apply(before ?? WebsiteChanges.None, changes, _options);
        problems.ShouldBeEmpty();
        return defaults;
    }
}
