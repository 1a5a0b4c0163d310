using System.Net;
using System.Text.RegularExpressions;
using UptimeSquirrel.Tests.Web.Support;

namespace UptimeSquirrel.Tests.Web.Access;

/// <summary>What administrators do with users, keys and the audit log.</summary>
public sealed partial class UserPageTests(WebHouse house)
{
    [Fact]
    public async Task Somebody_who_is_invited_chooses_a_password_once_and_sees_one_owner()
    {
        using var root = await house.SignedInAsync();
        using var lena = await house.StrangerAsync();

        var invited = await root.SubmitAsync("/users", ("name", "lena@example.org"), ("role", "editor"), ("owner", "team-lena"));
        var link = new Uri(Secret().Match(invited.Body).Groups["text"].Value).PathAndQuery;
        var chosen = await lena.SubmitToAsync(link, "/invitation", ("password", WebHouse.Password), ("repeated", WebHouse.Password));

        chosen.Path.ShouldBe("/sign-in?done=chosen");
        (await lena.SignInAsync("lena@example.org", wanted: "/account")).Body.ShouldContain("team-lena");
        (await lena.OpenAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_link_that_was_tampered_with_opens_nothing()
    {
        using var root = await house.SignedInAsync();
        await house.AddUserAsync("mallory", "viewer");
        var invited = await root.SubmitAsync("/users", ("name", "nina"), ("role", "viewer"), ("owner", ""));
        var link = new Uri(Secret().Match(invited.Body).Groups["text"].Value).PathAndQuery;
        using var stranger = await house.StrangerAsync();

        (await stranger.OpenAsync(link.Replace("name=nina", "name=mallory", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.OpenAsync(link[..^4])).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.OpenAsync("/invitation?name=nina&token=%")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Somebody_who_is_shut_out_cannot_sign_in_until_let_in_again()
    {
        using var root = await house.SignedInAsync();
        await house.AddUserAsync("oscar", "viewer");
        using var oscar = await house.StrangerAsync();

        await root.SubmitToAsync("/users", "/users/do", ("name", "oscar"), ("do", "shut-out"));
        (await oscar.SignInAsync("oscar")).Status.ShouldBe(HttpStatusCode.BadRequest);
        await root.SubmitToAsync("/users", "/users/do", ("name", "oscar"), ("do", "let-in"));

        (await oscar.SignInAsync("oscar")).Path.ShouldBe("/");
    }

    [Theory]
    [InlineData("peggy two", "viewer", "", "A name has")]
    [InlineData("root@squirrel.example", "viewer", "", "Somebody has this name already.")]
    [InlineData("peggy", "king", "", "Choose a role.")]
    [InlineData("peggy", "administrator", "team", "never bound")]
    [InlineData("peggy", "viewer", "no owner!", "An owner has")]
    public async Task A_wrong_field_is_named(string name, string role, string owner, string said)
    {
        using var root = await house.SignedInAsync();

        var answer = await root.SubmitAsync("/users", ("name", name), ("role", role), ("owner", owner));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Body.ShouldContain(said);
    }

    [Theory]
    [InlineData("viewer", null)]
    [InlineData("editor", null)]
    public async Task Users_keys_and_audit_log_are_for_administrators(string role, string? owner)
    {
        using var somebody = await house.SignedInAsync(role, owner);

        foreach (var page in (string[])["/users", "/keys", "/audit"])
            (await somebody.OpenAsync(page)).Status.ShouldBe(HttpStatusCode.Forbidden, page);
        (await somebody.OpenAsync("/account")).Body.ShouldNotContain("href=\"/users\"");
    }

    [Fact]
    public async Task A_key_is_shown_once_opens_as_what_it_was_made_and_is_noted()
    {
        using var root = await house.SignedInAsync();

        var made = await root.SubmitAsync("/keys", ("name", "nightly <report>"), ("role", "viewer"), ("owner", "team-x"), ("days", "30"));
        var secret = Secret().Match(made.Body).Groups["text"].Value;
        using var program = await house.StrangerAsync();
        program.UseKey(secret);

        (await program.OpenAsync("/account")).Body.ShouldContain("key:nightly <report>");
        (await program.OpenAsync("/keys")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await root.OpenAsync("/keys")).Body.ShouldNotContain(secret);
        (await root.OpenAsync("/audit?subject=" + Uri.EscapeDataString(secret[4..12] + " nightly <report>"))).Body.ShouldContain("key.create");

        await root.SubmitToAsync("/keys", "/keys/revoke", ("id", secret[4..12]));
        (await program.OpenAsync("/account")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_audit_log_says_who_did_what_and_from_where()
    {
        using var root = await house.SignedInAsync();
        await house.AddUserAsync("quentin", "viewer");

        await root.SubmitToAsync("/users", "/users/change", ("name", "quentin"), ("role", "editor"), ("owner", "team-q"));

        var log = (await root.OpenAsync("/audit?subject=quentin")).Body;
        log.ShouldContain("user.change");
        log.ShouldContain("editor, owner team-q");
        log.ShouldContain("127.0.0.1");
    }

    [Fact]
    public async Task A_form_of_another_site_changes_nothing()
    {
        using var root = await house.SignedInAsync();
        root.Http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        var answer = await root.SubmitAsync("/keys", ("name", "forged"), ("role", "administrator"));

        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        root.Http.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        (await root.OpenAsync("/keys")).Body.ShouldNotContain("forged");
    }

    [GeneratedRegex("<code class=\"secret\">(?<text>[^<]+)</code>")]
    private static partial Regex Secret();
}
