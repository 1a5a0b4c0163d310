using System.Net;
using UptimeSquirrel.Tests.Web.Support;

namespace UptimeSquirrel.Tests.Web.Api;

public sealed class AuditApiTests(WebHouse house) : ApiTest(house)
{
    [Fact]
    public async Task Every_change_stands_in_the_audit_log()
    {
        var (http, admin, owner) = (await KeyAsync(), await KeyAsync("administrator"), NewName("audited"));
        var url = $"https://{owner}.test/";
        var (id, etag) = await AddAsync(http, url, owner);
        await SendAsync(http, "PATCH", $"/websites/{id}", new { name = "Changed", bearer = "a-secret-token" }, ("If-Match", etag));
        await SendAsync(http, "POST", $"/websites/{id}/pause");
        await SendAsync(http, "DELETE", $"/websites/{id}");

        var log = await SendAsync(admin, "GET", $"/audit?subject={Uri.EscapeDataString(url)}");
        log.Items("what").ShouldBe(["website.remove", "website.pause", "website.change", "website.add"], log.Text);
        log.Text.ShouldContain("name, bearer");
        log.Text.ShouldNotContain("a-secret-token");
    }

    [Fact]
    public async Task A_key_is_made_used_and_revoked()
    {
        var admin = await KeyAsync("administrator");
        (await SendAsync(admin, "POST", "/keys", new { name = "", role = "viewer" })).Mistake("name").ShouldNotBeNull();
        (await SendAsync(admin, "POST", "/keys", new { name = "ci", role = "viewer" }, ("Idempotency-Key", NewName("key")))).Mistake("Idempotency-Key").ShouldNotBeNull();
        var made = await SendAsync(admin, "POST", "/keys", new { name = NewName("ci"), role = "viewer" });
        made.Status.ShouldBe(HttpStatusCode.Created, made.Text);
        using var program = await House.StrangerAsync();
        program.UseKey(made["secret"]);
        (await SendAsync(program.Http, "GET", "/websites?limit=1")).Status.ShouldBe(HttpStatusCode.OK);
        (await SendAsync(program.Http, "GET", "/keys")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await SendAsync(admin, "DELETE", $"/keys/{made.Json["key"]!["id"]}")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await SendAsync(admin, "GET", "/keys")).Text.ShouldNotContain(made["secret"]);
    }
}
