using UptimeSquirrel.Checks;
using UptimeSquirrel.Looks;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Web.Dashboard.Editing;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Dashboard;

public sealed class WebsiteFormRulesTests
{
    private static readonly WebsiteUrl _url = WebsiteUrl.Parse("https://shop.example");

    private static readonly WebsiteSettings _rich = new()
    {
        Name = "Shop",
        Interval = TimeSpan.FromMinutes(5),
        Timeout = TimeSpan.FromSeconds(8),
        Accept = AcceptedStatuses.Parse("200"),
        Tags = ["prod"],
        Parent = WebsiteUrl.Parse("https://router.example"),
        Patience = new PatienceSettings { RecheckDelays = [TimeSpan.FromSeconds(5)], SuccessesBeforeUp = 3 },
        Warnings = new WarningSettings { SlowAfter = TimeSpan.FromSeconds(2), Certificate = false },
        Look = new LookSettings { Method = CheckMethod.Get, Keyword = "Welcome", Credentials = new Credentials(AuthScheme.Basic, Secret.Hidden), Body = Secret.Hidden },
    };

    [Fact]
    public void A_form_that_is_saved_as_it_was_opened_changes_nothing()
    {
        var changes = WebsiteFormRules.Read(WebsiteForm.Of(Watched(_rich)), _rich);

        changes.Unset.ShouldBeEmpty();
        changes.RemoveParent.ShouldBeFalse();
        changes.Look!.ApplyTo(_rich.Look, changes.Unset)!.IsSameAs(_rich.Look!).ShouldBeTrue();
        (changes.Name, changes.Interval, changes.Timeout, changes.Accept, changes.Parent).ShouldBe((_rich.Name, _rich.Interval, _rich.Timeout, _rich.Accept, _rich.Parent));
        changes.Patience!.IsSameAs(_rich.Patience!).ShouldBeTrue();
        changes.Warnings.ShouldBe(new WarningSettings { SlowAfter = TimeSpan.FromSeconds(2) });
    }

    [Fact]
    public void What_is_emptied_is_taken_back_so_that_the_default_holds_again()
    {
        var form = WebsiteForm.Of(Watched(_rich));
        (form.Timeout, form.Accept, form.Tags, form.Parent, form.Recheck, form.Successes, form.SlowAfter) = ("", "", "", "", "", null, "");
        (form.Method, form.Keyword, form.Auth, form.RemovesBody, form.WarnsOfCertificate) = (null, "", null, true, true);

        var changes = WebsiteFormRules.Read(form, _rich);

        changes.Unset.ShouldBe(
            [SettingName.Method, SettingName.Body, SettingName.Auth, SettingName.Keyword, SettingName.Timeout, SettingName.Accept, SettingName.Recheck, SettingName.Successes, SettingName.Tag],
            ignoreOrder: true);
        changes.RemoveParent.ShouldBeTrue();
        changes.Look!.ApplyTo(_rich.Look, changes.Unset).ShouldBeNull();
        changes.Warnings.ShouldBe(new WarningSettings { SlowAfter = TimeSpan.Zero, Certificate = true });
    }

    [Fact]
    public void A_secret_that_is_not_typed_again_stays()
    {
        var changes = WebsiteFormRules.Read(WebsiteForm.Of(Watched(_rich)), _rich);

        (changes.Look!.Credentials, changes.Look.Body).ShouldBe((null, null));
    }

    [Theory]
    [InlineData("https://shop.example", "HEAD brings no page, and so nothing to look for words or JSON in: expected another method, or none.")]
    [InlineData("tcp://shop.example:5432", null)]
    public void Settings_that_contradict_one_another_are_told_in_the_words_of_the_command_line(string address, string? problem)
    {
        var form = new WebsiteForm { Address = address, Method = CheckMethod.Head, Keyword = "Welcome" };

        WebsiteFormRules.FindProblems(form, null).Select(one => one.Message).ShouldBe(problem is null ? [] : [problem]);
    }

    [Theory]
    [InlineData("5m", null)]
    [InlineData("", null)]
    [InlineData("soon", "'soon' is not a length of time: expected something like 30s, 5m, 1h or a number of seconds.")]
    public void A_length_of_time_is_judged_while_it_is_typed(string text, string? problem) => FieldRules.Length(text).ShouldBe(problem);

    [Fact]
    public void None_means_that_one_failed_look_is_enough()
    {
        RecheckText.TryRead("none", out var delays, out _).ShouldBeTrue();
        delays.ShouldBeEmpty();
        RecheckText.Write([TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1)]).ShouldBe("5s, 1m");
    }

    private static WebsiteStatus Watched(WebsiteSettings settings) => new()
    {
        Id = WebsiteId.From(OwnerId.Default, _url),
        Url = _url,
        Owner = OwnerId.Default,
        Settings = settings,
        Standing = Standing.Up,
        Since = DateTimeOffset.UnixEpoch,
    };
}
