using System.Net;
using UptimeSquirrel.Tests.Web.Support;

namespace UptimeSquirrel.Tests.Web.Access;

/// <summary>Coming in and going out.</summary>
public sealed class SignInTests(WebHouse house)
{
    [Fact]
    public async Task Who_knows_the_password_comes_in_and_goes_where_they_wanted()
    {
        await house.AddUserAsync("alice", "viewer");
        using var alice = await house.StrangerAsync();

        var asked = await alice.OpenAsync("/account?x=1");
        asked.Path.ShouldBe("/sign-in?return=%2Faccount%3Fx%3D1");
        var shown = await alice.SignInAsync("Alice", wanted: "/account?x=1");

        shown.Path.ShouldBe("/account?x=1");
        shown.Body.ShouldContain("alice");
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("")]
    public async Task Nobody_is_sent_elsewhere_by_a_forged_link(string wanted)
    {
        var name = $"bob{wanted.Length}-{wanted.Count(c => c == '/')}";
        await house.AddUserAsync(name, "viewer");
        using var bob = await house.StrangerAsync();

        (await bob.SignInAsync(name, wanted: wanted)).Path.ShouldBe("/");
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_are_told_the_same()
    {
        await house.AddUserAsync("carol", "viewer");
        using var stranger = await house.StrangerAsync();

        var wrong = await stranger.SignInAsync("carol", "not her password");
        var unknown = await stranger.SignInAsync("nobody-of-that-name", "not a password");

        (wrong.Status, unknown.Status).ShouldBe((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest));
        wrong.Body.ShouldContain("Name or password is wrong");
        unknown.Body.ShouldContain("Name or password is wrong");
        (await stranger.OpenAsync("/account")).Path.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task After_five_wrong_passwords_not_even_the_right_one_opens()
    {
        await house.AddUserAsync("dave", "viewer");
        using var dave = await house.StrangerAsync();

        for (var attempt = 0; attempt < 5; attempt++)
            await dave.SignInAsync("dave", "wrong again");

        (await dave.SignInAsync("dave")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Who_signs_out_is_out()
    {
        using var viewer = await house.SignedInAsync("viewer");

        var left = await viewer.SubmitToAsync("/account", "/sign-out");

        left.Body.ShouldContain("You have signed out.");
        (await viewer.OpenAsync("/account")).Path.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task A_sign_in_ends_when_the_account_is_shut_out()
    {
        await house.AddUserAsync("erin", "editor");
        using var erin = await house.StrangerAsync();
        await erin.SignInAsync("erin");

        using var root = await house.SignedInAsync();
        await root.SubmitToAsync("/users", "/users/do", ("name", "erin"), ("do", "shut-out"));

        // Their cookie is looked at once a minute, and whenever they want to change something.
        (await erin.SubmitToAsync("/account", "/account/elsewhere")).Path.ShouldBe("/sign-in");
        (await erin.OpenAsync("/account")).Path.ShouldStartWith("/sign-in");
        using var again = await house.StrangerAsync();
        (await again.SignInAsync("erin")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Cookies_are_out_of_reach_for_scripts_and_other_sites()
    {
        await house.AddUserAsync("frank", "viewer");
        using var frank = await house.StrangerAsync();
        await frank.OpenAsync("/sign-in");

        using var form = new FormUrlEncodedContent([KeyValuePair.Create("name", "frank")]);
        using var forged = await frank.Http.PostAsync("/sign-in", form, TestContext.Current.CancellationToken);
        await frank.SignInAsync("frank");

        forged.StatusCode.ShouldBe(HttpStatusCode.BadRequest);      // it does not come from our page
        frank.Cookies.ShouldAllBe(cookie => cookie.HttpOnly);
        frank.Cookies.Select(cookie => cookie.Name).ShouldBe(["uptime.form", "uptime.session"], ignoreOrder: true);
    }

    [Fact]
    public async Task Pages_speak_the_language_of_the_browser()
    {
        using var stranger = await house.StrangerAsync();
        stranger.Speak("de-AT,de;q=0.9");

        var page = await stranger.OpenAsync("/sign-in");

        page.Body.ShouldContain("<html lang=\"de\">");
        page.Body.ShouldContain("Anmelden");
    }

    [Fact]
    public async Task Pages_run_no_scripts_but_ours_and_stand_in_no_frame()
    {
        using var stranger = await house.StrangerAsync();

        var page = await stranger.OpenAsync("/sign-in");

        var policy = page.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        page.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        page.Body.ShouldNotContain("style=");
    }
}
