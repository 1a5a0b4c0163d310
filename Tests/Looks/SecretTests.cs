using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Secrets;
using UptimeSquirrel.Looks;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Tests.Decisions;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Looks;

public sealed class SecretTests : IWebsiteProbe
{
    private static readonly WebsiteSettings _settings = Film.NewWebsite().Settings with
    {
        Look = new LookSettings
        {
            Body = Secret.Of("the body"),
            Credentials = new Credentials(AuthScheme.Bearer, Secret.Of("the token")),
            Headers = [RequestHeader.Of("Cookie", "the cookie"), RequestHeader.Of("Accept-Language", "de")],
        },
    };

    private readonly SealedSecrets _keeper = new();
    private CheckRequest? _looked;

    [Fact]
    public void What_is_stored_can_be_opened_and_holds_no_secret()
    {
        var stored = JsonSerializer.Deserialize<WebsiteSettings>(JsonSerializer.Serialize(SecretRules.Lock(_settings, _keeper)))!;

        Everything(stored).ShouldNotContain("the ");
        SecretRules.Open(stored, _keeper).Look!.IsSameAs(_settings.Look!).ShouldBeTrue();
    }

    [Fact]
    public void What_is_shown_says_only_that_a_secret_is_set()
    {
        var shown = SecretRules.Hide(SecretRules.Lock(_settings, _keeper)).Look!;

        (shown.Body, shown.Credentials!.Secret, shown.Headers[0].Secret, shown.Headers[1].Value).ShouldBe((Secret.Hidden, Secret.Hidden, Secret.Hidden, "de"));
    }

    [Fact]
    public void A_website_without_secrets_is_handed_on_as_it_is()
    {
        var plain = _settings with { Look = new LookSettings { Keyword = "x" } };

        SecretRules.Hide(plain).ShouldBeSameAs(plain);
        SecretRules.Lock(plain, _keeper).ShouldBeSameAs(plain);
    }

    [Fact]
    public void What_is_kept_elsewhere_cannot_be_handed_in()
    {
        SecretRules.AreSaid(new() { Body = Secret.Of("x") }).ShouldBeTrue();
        SecretRules.AreSaid(new() { Body = new Secret { Kept = "x" } }).ShouldBeFalse();
        SecretRules.AreSaid(new() { Credentials = new(AuthScheme.Basic, Secret.Hidden) }).ShouldBeFalse();
        SecretRules.AreSaid(new() { Headers = [new RequestHeader("Cookie", null, new Secret { Text = "a", Kept = "b" })] }).ShouldBeFalse();
    }

    [Fact]
    public async Task A_look_is_made_with_the_secrets_opened()
    {
        await Probe().LookAsync(Request(), TestContext.Current.CancellationToken);

        _looked!.Value.Settings!.Credentials!.Secret.Text.ShouldBe("the token");
        _looked.Value.Settings.Headers[0].Secret!.Text.ShouldBe("the cookie");
    }

    [Fact]
    public async Task Without_the_key_no_look_is_made_and_that_says_nothing_about_the_website()
    {
        _keeper.HasLostKey = true;

        var verdict = VerdictRules.Judge(await Probe().LookAsync(Request(), TestContext.Current.CancellationToken), AcceptedStatuses.Default);

        _looked.ShouldBeNull();
        verdict.CouldNotLook.ShouldBeTrue();
        verdict.Problem!.Sentence.ShouldBe("We could not look: what is to be sent to shop.example was encrypted with a key that this installation does not have any more. Set it again.");
    }

    Task<CheckResult> IWebsiteProbe.LookAsync(CheckRequest request, CancellationToken cancellationToken)
    {
        _looked = request;
        return Task.FromResult(new CheckResult { At = Film.Start, Took = TimeSpan.Zero, StatusCode = 200 });
    }

    private ProbeWithSecrets Probe() => new(this, _keeper, new FakeTimeProvider(Film.Start));

    private CheckRequest Request() => new(Film.Url, null, CheckMethod.Get) { Settings = SecretRules.Lock(_settings, _keeper).Look };

    // Everything that is in it, the type's own words and the stored text.
    private static string Everything(WebsiteSettings settings) => settings + JsonSerializer.Serialize(settings);
}
