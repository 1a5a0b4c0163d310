using System.Net;
using UptimeSquirrel.Tests.Web.Support;

namespace UptimeSquirrel.Tests.Web.Api;

public sealed class StatusPageApiTests(WebHouse house) : ApiTest(house)
{
    [Fact]
    public async Task A_status_page_is_made_changed_announced_on_and_removed()
    {
        var (http, slug) = (await KeyAsync(), NewName("page"));
        var (id, _) = await AddAsync(http, "https://page.test/", NewName("team"));
        var made = await SendAsync(http, "POST", "/status-pages", new { slug, title = "Shop", groups = new[] { new { name = "All", websites = new[] { new { id, shownName = "The shop" } } } } });
        made.Status.ShouldBe(HttpStatusCode.Created, made.Text);
        (await SendAsync(http, "POST", "/status-pages", new { slug, title = "Shop" })).Status.ShouldBe(HttpStatusCode.Conflict);
        (await SendAsync(http, "GET", $"/status-pages/{slug}")).ETag.ShouldBe(made.ETag);
        var changed = await SendAsync(http, "PUT", $"/status-pages/{slug}", new { title = "Store", zone = "Europe/Berlin", language = "german" }, ("If-Match", made.ETag!));
        changed.Json["settings"]!["title"]!.ToString().ShouldBe("Store", changed.Text);
        (await SendAsync(http, "PUT", $"/status-pages/{slug}", new { title = "Late" }, ("If-Match", made.ETag!))).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await SendAsync(http, "PUT", $"/status-pages/{slug}", new { title = "" }, ("If-Match", "*"))).Mistake("title").ShouldNotBeNull();

        var announced = await SendAsync(http, "POST", $"/status-pages/{slug}/announcements", new { kind = "incident", title = "Slow", text = "We look into it." });
        var announcement = announced.Json["announcements"]![0]!["id"]!.ToString();
        (await SendAsync(http, "POST", $"/status-pages/{slug}/announcements/{announcement}/updates", new { text = "Mended.", resolves = true })).Json["announcements"]![0]!["resolvedAt"].ShouldNotBeNull();
        (await SendAsync(http, "PUT", $"/status-pages/{slug}/password", new { password = "nuts for the winter" }))["hasPassword"].ShouldBe("true");
        (await SendAsync(http, "DELETE", $"/status-pages/{slug}")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await SendAsync(http, "GET", $"/status-pages/{slug}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_is_bound_to_an_owner_has_pages_of_that_owner_only()
    {
        var (free, owner, slug) = (await KeyAsync(), NewName("team"), NewName("page"));
        var bound = await KeyAsync("editor", owner);
        await SendAsync(free, "POST", "/status-pages", new { slug, title = "Everybody's" });
        (await SendAsync(bound, "GET", $"/status-pages/{slug}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await SendAsync(bound, "PUT", $"/status-pages/{slug}", new { title = "Mine" }, ("If-Match", "*"))).Status.ShouldBe(HttpStatusCode.NotFound);
        var own = await SendAsync(bound, "POST", "/status-pages", new { slug = NewName("own"), title = "Mine" });
        own.Json["settings"]!["owner"]!.ToString().ShouldBe(owner, own.Text);
        (await SendAsync(bound, "POST", "/status-pages", new { slug = NewName("other"), title = "Not mine", owner = "somebody-else" })).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
