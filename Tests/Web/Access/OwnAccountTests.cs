using System.Net;
using System.Text.RegularExpressions;
using UptimeSquirrel.Tests.Web.Support;

namespace UptimeSquirrel.Tests.Web.Access;

/// <summary>What people change about their own accounts.</summary>
public sealed partial class OwnAccountTests(WebHouse house)
{
    private const string Other = "acorns under the oak";

    [Fact]
    public async Task A_password_is_changed_by_who_knows_the_old_one()
    {
        await house.AddUserAsync("heidi", "viewer");
        using var heidi = await house.StrangerAsync();
        await heidi.SignInAsync("heidi");

        var wrong = await heidi.SubmitToAsync("/account", "/account/password", ("current", "not this"), ("password", Other), ("repeated", Other));
        var changed = await heidi.SubmitToAsync("/account", "/account/password", ("current", WebHouse.Password), ("password", Other), ("repeated", Other));

        wrong.Body.ShouldContain("The current password is wrong.");
        changed.Body.ShouldContain("The password is changed.");
        using var again = await house.StrangerAsync();
        (await again.SignInAsync("heidi")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await again.SignInAsync("heidi", Other, "/account")).Body.ShouldContain("You are signed in as heidi.");
    }

    [Fact]
    public async Task A_second_factor_is_asked_for_from_then_on_and_a_recovery_code_opens_once()
    {
        await house.AddUserAsync("ivan", "editor");
        using var ivan = await house.StrangerAsync();
        await ivan.SignInAsync("ivan");

        var page = await ivan.SubmitToAsync("/account", "/account/second-factor/begin");
        var key = Secret().Match(page.Body).Groups["key"].Value.Replace(" ", "", StringComparison.Ordinal);
        page.Body.ShouldContain("data:image/png;base64,");
        (await ivan.SubmitAsync("/account/second-factor", ("code", "000000"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        var codes = Code().Matches((await ivan.SubmitAsync("/account/second-factor", ("code", Totp.Now(key)))).Body).Select(match => match.Groups["code"].Value).ToArray();

        codes.Length.ShouldBe(10);
        using var again = await house.StrangerAsync();
        (await again.SignInAsync("ivan")).Path.ShouldStartWith("/sign-in/code");
        (await again.OpenAsync("/account")).Path.ShouldStartWith("/sign-in");
        (await again.SubmitAsync("/sign-in/code", ("code", codes[0]))).Path.ShouldBe("/");
        using var third = await house.StrangerAsync();
        await third.SignInAsync("ivan");
        (await third.SubmitAsync("/sign-in/code", ("code", codes[0].ToLowerInvariant()))).Status.ShouldBe(HttpStatusCode.BadRequest);
        await third.SubmitAsync("/sign-in/code", ("code", Totp.Now(key)));
        (await third.OpenAsync("/account")).Body.ShouldContain("9 recovery codes are left");
    }

    [Fact]
    public async Task The_second_factor_is_turned_off_only_with_the_password()
    {
        await house.AddUserAsync("judy", "viewer");
        using var judy = await house.StrangerAsync();
        await judy.SignInAsync("judy");
        var page = await judy.SubmitToAsync("/account", "/account/second-factor/begin");
        await judy.SubmitAsync("/account/second-factor", ("code", Totp.Now(Secret().Match(page.Body).Groups["key"].Value.Replace(" ", "", StringComparison.Ordinal))));

        (await judy.SubmitToAsync("/account", "/account/second-factor/off", ("current", "wrong"), ("do", "off"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await judy.SubmitToAsync("/account", "/account/second-factor/off", ("current", WebHouse.Password), ("do", "off"))).Body.ShouldContain("The second factor is off.");

        using var again = await house.StrangerAsync();
        (await again.SignInAsync("judy")).Path.ShouldBe("/");
    }

    [Fact]
    public async Task What_codes_are_made_from_is_not_readable_in_the_database()
    {
        await house.AddUserAsync("kim", "viewer");
        using var kim = await house.StrangerAsync();
        await kim.SignInAsync("kim");
        var page = await kim.SubmitToAsync("/account", "/account/second-factor/begin");
        var key = Secret().Match(page.Body).Groups["key"].Value.Replace(" ", "", StringComparison.Ordinal);

        var stored = await (await house.GrainsAsync()).GetGrain<UptimeSquirrel.Accounts.IUserGrain>(UptimeSquirrel.Accounts.UserKey.Of("kim")).GetAsync();

        stored!.AuthenticatorKey.ShouldNotBeNull();
        stored.AuthenticatorKey.ShouldNotContain(key, Case.Insensitive);
    }

    [GeneratedRegex("<code class=\"secret\">(?<key>[^<]+)</code>")]
    private static partial Regex Secret();

    [GeneratedRegex("<li>(?<code>[0-9A-Z-]+)</li>")]
    private static partial Regex Code();
}
