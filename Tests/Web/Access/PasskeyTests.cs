using System.Net;
using System.Text.Json;
using UptimeSquirrel.Tests.Web.Support;

namespace UptimeSquirrel.Tests.Web.Access;

/// <summary>Signing in with a passkey instead of a password.</summary>
public sealed class PasskeyTests(WebHouse house)
{
    [Fact]
    public async Task A_passkey_that_was_added_opens_until_it_is_removed()
    {
        await house.AddUserAsync("rupert", "editor");
        using var rupert = await house.StrangerAsync();
        using var passkey = new SoftPasskey(rupert.Origin);
        await rupert.SignInAsync("rupert");

        var made = passkey.Create(await AskAsync(rupert, "/account/passkeys/options"));
        var added = await rupert.SubmitToAsync("/account", "/account/passkeys", ("credential", made), ("name", "phone"), ("current", WebHouse.Password));
        added.Body.ShouldContain("The passkey is added");

        using var again = await house.StrangerAsync();
        (await ShowAsync(again, passkey, 1)).Path.ShouldBe("/");
        (await again.SubmitToAsync("/account", "/account/passkeys/remove", ("id", JsonDocument.Parse(made).RootElement.GetProperty("id").GetString()!))).Body.ShouldNotContain(">phone<");

        using var third = await house.StrangerAsync();
        (await ShowAsync(third, passkey, 2)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not the password")]
    public async Task Whoever_sits_at_a_screen_left_open_adds_no_passkey_without_the_password(string typed)
    {
        var name = $"tamara{typed.Length}";
        await house.AddUserAsync(name, "editor");
        using var leftOpen = await house.StrangerAsync();
        using var passkey = new SoftPasskey(leftOpen.Origin);
        await leftOpen.SignInAsync(name);

        var made = passkey.Create(await AskAsync(leftOpen, "/account/passkeys/options"));
        var answer = await leftOpen.SubmitToAsync("/account", "/account/passkeys", ("credential", made), ("name", "theirs"), ("current", typed));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Body.ShouldContain("The current password is wrong.");
        using var thief = await house.StrangerAsync();
        (await ShowAsync(thief, passkey, 1)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_answer_to_another_question_opens_nothing()
    {
        await house.AddUserAsync("sybil", "viewer");
        using var sybil = await house.StrangerAsync();
        using var passkey = new SoftPasskey(sybil.Origin);
        await sybil.SignInAsync("sybil");
        var made = passkey.Create(await AskAsync(sybil, "/account/passkeys/options"));
        await sybil.SubmitToAsync("/account", "/account/passkeys", ("credential", made), ("name", "key"), ("current", WebHouse.Password));

        using var thief = await house.StrangerAsync();
        var old = passkey.Show(await AskAsync(thief, "/sign-in/passkey/options"), 1);
        await AskAsync(thief, "/sign-in/passkey/options");

        (await thief.SubmitToAsync("/sign-in", "/sign-in/passkey", ("credential", old))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await thief.SubmitToAsync("/sign-in", "/sign-in/passkey", ("credential", "{"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await thief.SubmitToAsync("/sign-in", "/sign-in/passkey", ("credential", ""))).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static async Task<Answer> ShowAsync(Browser browser, SoftPasskey passkey, uint count) =>
        await browser.SubmitToAsync("/sign-in", "/sign-in/passkey", ("credential", passkey.Show(await AskAsync(browser, "/sign-in/passkey/options"), count)));

    private static async Task<JsonElement> AskAsync(Browser browser, string path)
    {
        using var answer = await browser.Http.PostAsync(path, content: null, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
    }
}
