using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.Looks;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Tests.Decisions;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Looks;

public sealed class LookChangesTests
{
    private static readonly ChecksOptions _options = new();

    [Fact]
    public void A_website_of_which_nothing_was_said_holds_nothing_of_its_own()
    {
        var (settings, _) = SettingsRules.Apply(Film.Url, null, WebsiteChanges.None, _options);

        settings.Look.ShouldBeNull();
        settings.Patience.ShouldBeNull();
        settings.Accept.ShouldBeSameAs(AcceptedStatuses.Default);
        Patience.Of(settings.Patience, _options).ShouldBeSameAs(Patience.Of(null, _options));
    }

    [Fact]
    public void What_is_not_mentioned_stays_and_what_is_unset_goes()
    {
        var first = Apply(null, new() { Look = new() { Keyword = "cart", Method = CheckMethod.Get }, Patience = new() { SuccessesBeforeUp = 3 } });
        var second = Apply(first, new() { Look = new() { StopsAtRedirect = true }, Patience = new() { RecheckDelays = [TimeSpan.FromSeconds(9)] } });
        var third = Apply(second, new() { Unset = [SettingName.Keyword, SettingName.Successes] });

        (second.Look!.Keyword, second.Look.Method, second.Look.StopsAtRedirect, second.Patience!.SuccessesBeforeUp).ShouldBe(("cart", CheckMethod.Get, true, 3));
        (third.Look!.Keyword, third.Look.Method, third.Patience!.SuccessesBeforeUp).ShouldBe((null, CheckMethod.Get, null));
        third.Patience.RecheckDelays.ShouldBe([TimeSpan.FromSeconds(9)]);
    }

    [Fact]
    public void Everything_can_be_unset()
    {
        var everything = Apply(null, new()
        {
            Timeout = TimeSpan.FromSeconds(3),
            Accept = AcceptedStatuses.Parse("200"),
            Interval = TimeSpan.FromHours(1),
            Tags = ["a"],
            Look = new()
            {
                Method = CheckMethod.Post,
                Headers = [RequestHeader.Of("X-A", "b")],
                Body = Secret.Of("{}"),
                Credentials = new(AuthScheme.Bearer, Secret.Of("t")),
                StopsAtRedirect = true,
                IgnoresCertificate = true,
                Family = IpFamily.IPv6,
                Keyword = "a",
                UnwantedKeyword = "b",
                Json = Json("a=b"),
                ExpectedHeaders = [Header("X")],
            },
            Patience = new() { RecheckDelays = [], SuccessesBeforeUp = 1 },
        });

        SettingsRules.AreSame(Apply(everything, new() { Unset = Enum.GetValues<SettingName>() }), Apply(null, WebsiteChanges.None)).ShouldBeTrue();
        everything.Look.ShouldNotBeNull();
    }

    [Fact]
    public void The_same_said_again_is_no_change()
    {
        WebsiteChanges said = new() { Look = new() { Headers = [RequestHeader.Of("X-A", "b")], ExpectedHeaders = [Header("X: y")] }, Patience = new() { RecheckDelays = [TimeSpan.FromSeconds(1)] } };
        var once = Apply(null, said);

        SettingsRules.AreSame(once, Apply(once, said)).ShouldBeTrue();
        SettingsRules.AreSame(once, Apply(once, new() { Look = new() { Headers = [RequestHeader.Of("X-A", "c")] } })).ShouldBeFalse();
        SettingsRules.AreSame(once, Apply(once, new() { Patience = new() { RecheckDelays = [TimeSpan.FromSeconds(2)] } })).ShouldBeFalse();
    }

    [Theory]
    [InlineData(6, 1, "6 rechecks were given: at most 5 are made.")]
    [InlineData(5, 300, null)]
    [InlineData(1, 301, "The recheck after 301s cannot be taken: expected 1s to 5m.")]
    [InlineData(1, 0.5, "The recheck after 0.5s cannot be taken: expected 1s to 5m.")]
    [InlineData(0, 1, null)]
    public void Rechecks_are_few_and_soon(int count, double seconds, string? problem) =>
        ProblemsOf(new() { Patience = new() { RecheckDelays = [.. Enumerable.Repeat(TimeSpan.FromSeconds(seconds), count)] } }).ShouldBe(problem is null ? [] : [problem]);

    [Theory]
    [InlineData(0, "0 good checks in a row cannot be asked for: expected 1 to 5.")]
    [InlineData(1, null)]
    [InlineData(5, null)]
    [InlineData(6, "6 good checks in a row cannot be asked for: expected 1 to 5.")]
    public void Up_takes_one_to_five_good_checks(int successes, string? problem) =>
        ProblemsOf(new() { Patience = new() { SuccessesBeforeUp = successes } }).ShouldBe(problem is null ? [] : [problem]);

    [Fact]
    public void The_installation_says_what_is_not_said()
    {
        var patience = Patience.Of(new() { RecheckDelays = [] }, new() { SuccessesBeforeUp = 4 });

        (patience.FailuresBeforeDown, patience.SuccessesBeforeUp).ShouldBe((1, 4));
    }

    [Theory]
    [InlineData(null, false, false, false, CheckMethod.Head)]
    [InlineData(null, false, false, true, CheckMethod.Get)]
    [InlineData(null, true, false, false, CheckMethod.Get)]
    [InlineData(null, true, true, false, CheckMethod.Post)]
    [InlineData(CheckMethod.Put, true, true, false, CheckMethod.Put)]
    [InlineData(CheckMethod.Head, false, false, true, CheckMethod.Head)]
    public void HEAD_is_first_unless_something_else_is_wanted(CheckMethod? method, bool keyword, bool body, bool hasRefusedHead, CheckMethod first) =>
        LookRules.FirstMethod(new() { Method = method, Keyword = keyword ? "x" : null, Body = body ? Secret.Of("x") : null }, hasRefusedHead).ShouldBe(first);

    private static WebsiteSettings Apply(WebsiteSettings? current, WebsiteChanges changes)
    {
        var (settings, problems) = SettingsRules.Apply(Film.Url, current, changes, _options);
        problems.ShouldBeEmpty();
        return settings;
    }

    private static IEnumerable<string> ProblemsOf(WebsiteChanges changes) =>
        SettingsRules.Apply(Film.Url, null, changes, _options).Problems.Select(problem => problem.Message);

    internal static JsonExpectation Json(string text) => JsonExpectation.TryParse(text, out var json, out var problem) ? json : throw new FormatException(problem);

    internal static HeaderExpectation Header(string text) => HeaderExpectation.TryParse(text, out var header, out var problem) ? header : throw new FormatException(problem);
}
