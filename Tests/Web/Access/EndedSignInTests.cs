using System.Net;
using System.Text;
using UptimeSquirrel.Tests.Web.Support;

namespace UptimeSquirrel.Tests.Web.Access;

/// <summary>What somebody can still do within the minute in which their cookie is not looked at again.</summary>
public sealed class EndedSignInTests(WebHouse house)
{
    [Fact]
    public async Task Who_was_shut_out_cannot_make_themselves_a_new_sign_in()
    {
        using var shutOut = await ShutOutAsync("trudy", "editor");

        (await shutOut.SubmitToAsync("/account", "/account/elsewhere")).Path.ShouldBe("/sign-in");

        (await shutOut.OpenAsync("/account")).Path.ShouldStartWith("/sign-in");
    }

    [Theory]
    [InlineData("/account/password")]
    [InlineData("/account/second-factor/begin")]
    [InlineData("/account/passkeys")]
    [InlineData("/account/passkeys/remove")]
    public async Task Who_was_shut_out_changes_nothing_about_their_account(string action)
    {
        using var shutOut = await ShutOutAsync("out" + action.Replace('/', '-'), "viewer");

        (await shutOut.SubmitToAsync("/account", action, ("current", WebHouse.Password))).Path.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task An_administrator_who_was_shut_out_hands_out_no_keys()
    {
        using var shutOut = await ShutOutAsync("victor", "administrator");

        (await shutOut.SubmitAsync("/keys", ("name", "victors-back-door"), ("role", "administrator"))).Path.ShouldBe("/sign-in");

        using var root = await house.SignedInAsync();
        (await root.OpenAsync("/keys")).Body.ShouldNotContain("victors-back-door");
    }

    [Fact]
    public async Task Who_was_shut_out_changes_nothing_over_the_API_either()
    {
        using var shutOut = await ShutOutAsync("walter", "editor");
        using var website = new StringContent("""{"url":"https://walters.test"}""", Encoding.UTF8, "application/json");

        using var answer = await shutOut.Http.PostAsync("/api/v1/websites", website, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task Who_was_shut_out_and_comes_to_sign_in_is_asked_and_not_sent_back()
    {
        using var shutOut = await ShutOutAsync("wanda", "viewer");

        var page = await shutOut.OpenAsync("/sign-in?return=%2Fwebsites");

        (page.Path, page.Status).ShouldBe(("/sign-in?return=%2Fwebsites", HttpStatusCode.OK));
        page.Body.ShouldContain("name=\"password\"");
    }

    [Fact]
    public async Task What_is_open_to_all_is_open_to_them_as_well()
    {
        using var shutOut = await ShutOutAsync("wilma", "viewer");

        (await shutOut.SubmitToAsync("/account", "/invitation", ("name", "wilma"), ("token", "x"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    // Signed in, and shut out a moment later by an administrator.
    private async Task<Browser> ShutOutAsync(string name, string role)
    {
        await house.AddUserAsync(name, role);
        var browser = await house.StrangerAsync();
        (await browser.SignInAsync(name)).Path.ShouldBe("/");
        using var root = await house.SignedInAsync();
        (await root.SubmitToAsync("/users", "/users/do", ("name", name), ("do", "shut-out"))).Body.ShouldContain("It is changed.");
        return browser;
    }
}
