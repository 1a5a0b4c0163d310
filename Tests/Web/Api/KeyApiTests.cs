using System.Net;
using UptimeSquirrel.Tests.Web.Support;

namespace UptimeSquirrel.Tests.Web.Api;

public sealed class KeyApiTests(WebHouse house) : ApiTest(house)
{
    [Fact]
    public async Task A_key_is_made_shown_renamed_and_revoked()
    {
        var admin = await KeyAsync("administrator");
        var made = await SendAsync(admin, "POST", "/keys", new { name = "nightly", role = "viewer", owner = "team" });
        var id = made.Json["key"]!["id"]!.ToString();
        made.Location.ShouldBe($"/api/v1/keys/{id}");
        (await SendAsync(admin, "GET", $"/keys/{id}"))["name"].ShouldBe("nightly");

        var changed = await SendAsync(admin, "PUT", $"/keys/{id}", new { name = "hourly", expiresAt = "2100-01-01T00:00:00Z" });
        (changed["name"], changed["role"], changed["owner"], changed["expiresAt"]).ShouldBe(("hourly", "viewer", "team", "2100-01-01T00:00:00+00:00"), changed.Text);
        (await SendAsync(admin, "PUT", $"/keys/{id}", new { name = "" })).Mistake("name").ShouldNotBeNull();
        (await SendAsync(admin, "PUT", $"/keys/{id}", new { name = "past", expiresAt = "2020-01-01T00:00:00Z" })).Mistake("expiresAt").ShouldNotBeNull();

        (await SendAsync(admin, "DELETE", $"/keys/{id}")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await SendAsync(admin, "PUT", $"/keys/{id}", new { name = "again" })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await SendAsync(admin, "GET", $"/keys/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
