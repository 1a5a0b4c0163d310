using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using UptimeSquirrel.Adapters.Channels.Secrets;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.Owners.Links;
using UptimeSquirrel.Tests.Adapters.Email;

namespace UptimeSquirrel.Tests.Moments;

public sealed class SignedLinksTests
{
    private readonly EphemeralDataProtectionProvider _keys = new();

    [Fact]
    public void A_mail_about_an_outage_has_links_that_say_what_they_are_for()
    {
        var links = Links("https://monitor.example.org/squirrel/").For(Alerts.Outage(), "anna@example.org");

        links.Select(link => link.Label).ShouldBe(["Acknowledge", "Mute for 2 hours"]);
        links.ShouldAllBe(link => link.Url.StartsWith("https://monitor.example.org/squirrel/act/", StringComparison.Ordinal));
        Links("").Read(links[0].Url.Split('/')[^1]).ShouldBe(
            new LinkOrder(Alerts.Outage().IncidentId, LinkAction.Acknowledge, "anna@example.org", new DateTimeOffset(2026, 11, 30, 10, 2, 49, TimeSpan.Zero)));
        Links("").Read(links[1].Url.Split('/')[^1])!.Action.ShouldBe(LinkAction.Mute);
    }

    [Fact]
    public void Without_an_address_or_something_to_do_there_are_none()
    {
        Links("").For(Alerts.Outage(), "anna@example.org").ShouldBeEmpty();
        Links("https://monitor.example.org").For(Alerts.Recovery(), "anna@example.org").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("../../etc/passwd")]
    public void What_is_no_link_of_ours_is_not_read(string token) => Links("").Read(token).ShouldBeNull();

    [Fact]
    public void A_link_that_was_changed_or_made_with_other_keys_is_not_read()
    {
        var token = Links("https://monitor.example.org").For(Alerts.Outage(), "anna@example.org")[0].Url.Split('/')[^1];
        var other = token[..40] + (token[40] == 'A' ? 'B' : 'A') + token[41..];

        Links("").Read(other).ShouldBeNull();
        Links("").Read(token[..^4]).ShouldBeNull();
        new SignedLinks(new EphemeralDataProtectionProvider(), Options.Create(new AlertOptions()), NullLogger<SignedLinks>.Instance).Read(token).ShouldBeNull();
        Links("").Read(_keys.CreateProtector("UptimeSquirrel.Links.v1").Protect("not\nan\norder\n")).ShouldBeNull();
    }

    private SignedLinks Links(string address) => new(_keys, Options.Create(new AlertOptions { PublicUrl = address }), NullLogger<SignedLinks>.Instance);
}
