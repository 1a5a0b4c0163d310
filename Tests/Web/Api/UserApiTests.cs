using System.Net;
using UptimeSquirrel.Tests.Web.Support;

namespace UptimeSquirrel.Tests.Web.Api;

public sealed class UserApiTests(WebHouse house) : ApiTest(house)
{
    [Fact]
    public async Task Somebody_is_invited_comes_in_is_changed_shut_out_and_removed()
    {
        var (admin, name) = (await KeyAsync("administrator"), NewName("xenia") + "@example.org");
        var invited = await SendAsync(admin, "POST", "/users", new { name, role = "viewer", owner = "team-xenia" });
        invited.Status.ShouldBe(HttpStatusCode.Created, invited.Text);
        invited.Location.ShouldBe($"/api/v1/users/{Uri.EscapeDataString(name)}");
        using var xenia = await House.StrangerAsync();
        var link = new Uri(invited["link"]).PathAndQuery;
        (await xenia.SubmitToAsync(link, "/invitation", ("password", WebHouse.Password), ("repeated", WebHouse.Password))).Path.ShouldBe("/sign-in?done=chosen");
        (await xenia.SignInAsync(name, wanted: "/account")).Body.ShouldContain("team-xenia");

        var read = await SendAsync(admin, "GET", $"/users/{name}");
        (read["role"], read["owner"], read["isShutOut"]).ShouldBe(("viewer", "team-xenia", "false"));
        var changed = await SendAsync(admin, "PUT", $"/users/{name}", new { role = "editor" }, ("If-Match", read.ETag!));
        (changed.Status, changed["role"], changed.Json["owner"]).ShouldBe((HttpStatusCode.OK, "editor", null), changed.Text);
        (await SendAsync(admin, "PUT", $"/users/{name}", new { role = "viewer" }, ("If-Match", read.ETag!))).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await SendAsync(admin, "PUT", $"/users/{name}", new { role = "viewer" })).Status.ShouldBe(HttpStatusCode.PreconditionRequired);
        (await SendAsync(admin, "POST", $"/users/{name}/shut-out"))["isShutOut"].ShouldBe("true");
        (await xenia.SubmitToAsync("/account", "/account/elsewhere")).Path.ShouldStartWith("/sign-in");
        (await SendAsync(admin, "POST", $"/users/{name}/let-in"))["isShutOut"].ShouldBe("false");
        (await SendAsync(admin, "POST", $"/users/{name}/password-link"))["link"].ShouldContain("/invitation?name=");
        (await SendAsync(admin, "DELETE", $"/users/{name}/second-factor"))["hasSecondFactor"].ShouldBe("false");
        (await SendAsync(admin, "DELETE", $"/users/{name}")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await SendAsync(admin, "GET", $"/users/{name}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await SendAsync(admin, "GET", $"/audit?subject={Uri.EscapeDataString(name)}")).Items("what").ShouldBe(
            ["user.remove", "user.reset-second-factor", "user.password-link", "user.let-in", "user.shut-out", "user.change", "user.sign-in", "user.choose-password", "user.password-link", "user.create"]);
    }

    [Theory]
    [InlineData("peggy two", "viewer", null, "name")]
    [InlineData("peggy-api", "king", null, "role")]
    [InlineData("peggy-api", "administrator", "team", "owner")]
    [InlineData("peggy-api", "viewer", "no owner!", "owner")]
    public async Task A_wrong_field_is_named(string name, string role, string? owner, string field)
    {
        var reply = await SendAsync(await KeyAsync("administrator"), "POST", "/users", new { name, role, owner });

        reply.Status.ShouldBe(HttpStatusCode.BadRequest);
        reply.Mistake(field).ShouldNotBeNull(reply.Text);
    }

    [Fact]
    public async Task Nobody_has_the_name_of_another_and_no_link_is_given_twice()
    {
        var (admin, name) = (await KeyAsync("administrator"), NewName("yvonne"));
        await House.AddUserAsync(name, "viewer");

        (await SendAsync(admin, "POST", "/users", new { name = name.ToUpperInvariant(), role = "viewer" })).Status.ShouldBe(HttpStatusCode.Conflict);
        (await SendAsync(admin, "POST", $"/users/{name}/password-link", null, ("Idempotency-Key", "once"))).Mistake("Idempotency-Key").ShouldNotBeNull();
    }

    [Fact]
    public async Task Of_many_who_change_somebody_they_all_read_one_is_first_and_the_others_are_told()
    {
        var (admin, name) = (await KeyAsync("administrator"), NewName("ursula"));
        await House.AddUserAsync(name, "viewer");
        var etag = (await SendAsync(admin, "GET", $"/users/{name}")).ETag!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => SendAsync(admin, "PUT", $"/users/{name}", new { role = "editor", owner = $"team-{i}" }, ("If-Match", etag))));

        answers.Select(answer => answer.Status).Order().ShouldBe([HttpStatusCode.OK, .. Enumerable.Repeat(HttpStatusCode.PreconditionFailed, 7)]);
    }

    [Theory]
    [InlineData("viewer")]
    [InlineData("editor")]
    public async Task Only_administrators_see_and_change_users(string role)
    {
        var (http, name) = (await KeyAsync(role), NewName("zoe"));
        await House.AddUserAsync(name, "viewer");

        (await SendAsync(http, "GET", "/users")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await SendAsync(http, "GET", $"/users/{name}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await SendAsync(http, "PUT", $"/users/{name}", new { role = "administrator" }, ("If-Match", "*"))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }
}
