using UptimeSquirrel.Grains.Warnings;

namespace UptimeSquirrel.Tests.Warnings;

public sealed class DomainRulesTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("shop.com", true)]
    [InlineData("www.shop.co.uk", true)]
    [InlineData("xn--bcher-kva.ch", true)]
    [InlineData("shop.1und1", false)]
    [InlineData("192.168.1.7", false)]
    [InlineData("8.8.8.8", false)]
    [InlineData("[2001:db8::1]", false)]
    [InlineData("2001:db8::1.2.3.4", false)]
    [InlineData("localhost", false)]
    [InlineData("nas", false)]
    [InlineData("nas.local", false)]
    [InlineData("printer.home.arpa", false)]
    [InlineData("app.LOCALHOST", false)]
    [InlineData("wiki.corp", false)]
    [InlineData("shop.example", false)]
    [InlineData("shop.com.", false)]
    [InlineData("a..com", false)]
    public void Only_names_that_a_registry_may_know_are_public(string host, bool isPublic) => DomainRules.IsPublic(host).ShouldBe(isPublic);

    [Theory]
    [InlineData("shop.com", "shop.com")]
    [InlineData("www.shop.com", "shop.com www.shop.com")]
    [InlineData("a.b.c.shop.co.uk", "co.uk shop.co.uk")]
    public void The_last_two_labels_are_asked_for_and_then_the_last_three(string host, string domains) =>
        string.Join(' ', DomainRules.Candidates(host)).ShouldBe(domains);

    [Theory]
    [InlineData(RegistryOutcome.Failed, null, 1)]
    [InlineData(RegistryOutcome.NotFound, null, 7)]
    [InlineData(RegistryOutcome.Found, 61, 7)]
    [InlineData(RegistryOutcome.Found, 60, 1)]
    [InlineData(RegistryOutcome.Found, -3, 1)]
    public void A_domain_is_asked_for_once_a_day_at_most_and_once_a_week_while_its_end_is_far(RegistryOutcome outcome, int? daysLeft, int days) =>
        DomainRules.AskAgainAt(new RegistryAnswer(outcome, daysLeft is { } left ? _now.AddDays(left) : null), _now).ShouldBe(_now.AddDays(days));

    [Theory]
    [InlineData(RegistryOutcome.Found, null, 1)]
    [InlineData(RegistryOutcome.Failed, null, 1)]
    [InlineData(RegistryOutcome.Failed, 90, 90)]
    [InlineData(RegistryOutcome.TooOften, null, 60)]
    [InlineData(RegistryOutcome.TooOften, 7200, 7200)]
    [InlineData(RegistryOutcome.TooOften, -5, 1)]
    [InlineData(RegistryOutcome.TooOften, 99_999_999, 86_400)]
    public void Who_asks_to_be_left_alone_is_left_alone_but_not_for_ever(RegistryOutcome outcome, int? wish, int seconds) =>
        DomainRules.PauseAfter(new RegistryAnswer(outcome, AskAgainIn: wish is { } asked ? TimeSpan.FromSeconds(asked) : null)).ShouldBe(TimeSpan.FromSeconds(seconds));
}
