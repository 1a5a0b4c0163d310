using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Web;
using UptimeSquirrel.Tests.Web.Support;

namespace UptimeSquirrel.Tests.Web.Api;

/// <summary>Those who may not are tried on every route that the document names.</summary>
public sealed class EveryRouteTests(WebHouse house) : ApiTest(house)
{
    [Fact]
    public async Task Nobody_does_anything_without_a_key()
    {
        using var stranger = await House.StrangerAsync();
        var place = new Place("alice", Guid.NewGuid().ToString(), "x", "x", "x", "x", "x", "x", "x");
        foreach (var (method, path, operation) in await OperationsAsync())
            (await AskAsync(stranger.Http, method, path, operation, place)).Status.ShouldBe(HttpStatusCode.Unauthorized, $"{method} {path}");
    }

    [Fact]
    public async Task There_is_no_route_that_the_document_does_not_name()
    {
        var named = (await OperationsAsync()).Select(operation => $"{operation.Method} {operation.Path}").Append("GET /events").Order(StringComparer.Ordinal);
        var there = (await House.AppAsync()).Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith("/api/v1/", StringComparison.Ordinal) is true && endpoint.RoutePattern.RawText != "/api/v1/openapi.json")
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} {endpoint.RoutePattern.RawText!["/api/v1".Length..].Replace(":guid", "", StringComparison.Ordinal)}"));
        there.Order(StringComparer.Ordinal).ShouldBe(named);
    }

    [Fact]
    public async Task A_viewer_changes_nothing()
    {
        var place = await PlaceAsync();
        var before = await SnapshotAsync(place);
        var viewer = await KeyAsync("viewer");
        foreach (var (method, path, operation) in await OperationsAsync())
            if (method != "GET")
                (await AskAsync(viewer, method, path, operation, place)).Status.ShouldBe(HttpStatusCode.Forbidden, $"{method} {path}");
        (await SnapshotAsync(place)).ShouldBe(before);
    }

    [Fact]
    public async Task Another_owners_key_neither_sees_nor_changes_anything()
    {
        var place = await PlaceAsync();
        var before = await SnapshotAsync(place);
        var stranger = await KeyAsync("editor", NewName("stranger"));
        foreach (var (method, path, operation) in await OperationsAsync())
        {
            var reply = await AskAsync(stranger, method, path, operation, place);
            ((int)reply.Status).ShouldBeLessThan(500, $"{method} {path}: {reply.Text}");
            reply.Text.ShouldNotContain("secret-shop", Case.Sensitive, $"{method} {path}");
            if (path.Contains('{', StringComparison.Ordinal))
                reply.Status.ShouldBeOneOf([HttpStatusCode.NotFound, HttpStatusCode.Forbidden], $"{method} {path}: {reply.Text}");
        }

        (await SnapshotAsync(place)).ShouldBe(before);
    }

    [Fact]
    public async Task The_owners_own_key_finds_everything_where_it_is()
    {
        var place = await PlaceAsync();
        var own = await KeyAsync("viewer", place.Owner);
        foreach (var (method, path, operation) in await OperationsAsync())
            if (method == "GET" && path.Contains('{', StringComparison.Ordinal))
                (await AskAsync(own, method, path, operation, place)).Status.ShouldBeOneOf([HttpStatusCode.OK, HttpStatusCode.Forbidden], $"{method} {path}");
    }

    private async Task<List<(string Method, string Path, JsonNode Operation)>> OperationsAsync()
    {
        var document = JsonNode.Parse((await SendAsync(await KeyAsync("administrator"), "GET", "/openapi.json")).Text)!;
        return [.. new ApiDocument(document).Operations.Where(operation => operation.Path != "/events")];
    }

    private async Task<Place> PlaceAsync()
    {
        var (http, owner) = (await KeyAsync(), NewName("alice"));
        var (id, _) = await AddAsync(http, $"https://secret-shop-{owner}.test/", owner, new { intervalSeconds = ADay });
        var incident = await IncidentAsync(http, owner);      // before there is anybody to tell
        var channel = await SendAsync(http, "POST", $"/owners/{owner}/channels", new { kind = "ntfy", settings = new { topic = "secret-shop" } });
        await SendAsync(http, "PUT", $"/owners/{owner}/templates/ntfy", new { subject = "secret-shop" });
        var window = await SendAsync(http, "POST", $"/owners/{owner}/maintenance", new { cron = "0 2 * * SUN", lengthSeconds = 3600 });
        var page = await SendAsync(http, "POST", "/status-pages", new { slug = NewName("page"), title = "secret-shop", owner });
        var announced = await SendAsync(http, "POST", $"/status-pages/{page["slug"]}/announcements", new { kind = "notice", title = "secret-shop" });
        var admin = await KeyAsync("administrator");
        var key = await SendAsync(admin, "POST", "/keys", new { name = "secret-shop", role = "viewer", owner });
        var user = await SendAsync(admin, "POST", "/users", new { name = NewName("secret-shop"), role = "viewer", owner });
        return new Place(
            owner, id, channel["id"], window["id"], page["slug"], announced.Json["announcements"]![0]!["id"]!.ToString(), incident,
            key.Json["key"]!["id"]!.ToString(), user.Json["user"]!["name"]!.ToString());
    }

    // An outage that lasts, of another website of the same owner.
    private static async Task<string> IncidentAsync(HttpClient http, string owner)
    {
        await using var site = await LocalWebsite.StartAsync();
        site.Answer = Answers.Status(503);
        var (id, _) = await AddAsync(http, site.Url.Text, owner, new { name = "secret-shop", recheckSeconds = Array.Empty<double>(), intervalSeconds = ADay });
        (await SendAsync(http, "POST", $"/websites/{id}/check"))["standing"].ShouldBe("down");
        var incident = "";
        await Eventually.HoldsAsync(async () =>
        {
            incident = (await SendAsync(http, "GET", $"/incidents?website={id}")).Items("id").SingleOrDefault() ?? "";
            return incident.Length > 0 && (await SendAsync(http, "GET", $"/incidents/{incident}")).Json["telling"] is not null;
        });
        return incident;
    }

    private async Task<string> SnapshotAsync(Place place)
    {
        var (http, admin) = (await KeyAsync(), await KeyAsync("administrator"));
        var parts = new List<string>();
        foreach (var path in (string[])[$"/websites/{place.Website}", $"/owners/{place.Owner}", $"/owners/{place.Owner}/defaults", $"/owners/{place.Owner}/maintenance", $"/owners/{place.Owner}/templates", $"/status-pages/{place.Page}", $"/incidents/{place.Incident}"])
            parts.Add((await SendAsync(http, "GET", path)).Text);
        foreach (var path in (string[])[$"/keys/{place.Key}", $"/users/{place.User}"])
            parts.Add((await SendAsync(admin, "GET", path)).Text);
        return string.Join('\n', parts);
    }

    private static Task<Reply> AskAsync(HttpClient http, string method, string path, JsonNode operation, Place place)
    {
        path = path.Replace("{owner}", place.Owner, StringComparison.Ordinal).Replace("{channel}", place.Channel, StringComparison.Ordinal)
            .Replace("{kind}", "ntfy", StringComparison.Ordinal).Replace("{slug}", place.Page, StringComparison.Ordinal)
            .Replace("{name}", place.User, StringComparison.Ordinal).Replace("{id}", IdIn(path, place), StringComparison.Ordinal);
        path.ShouldNotContain("{", Case.Sensitive, "a part of the address that this test does not know");
        var body = operation["requestBody"] is null ? null : _bodies.GetValueOrDefault(operation["operationId"]!.ToString(), "{}").Replace("OWNER", place.Owner, StringComparison.Ordinal);
        return SendAsync(http, method, path, body, ("If-Match", "*"));
    }

    private static string IdIn(string path, Place place) => path.Split('/').Reverse().SkipWhile(part => part != "{id}").Skip(1).FirstOrDefault() switch
    {
        "maintenance" => place.Window,
        "announcements" => place.Announcement,
        "incidents" => place.Incident,
        "keys" => place.Key,
        _ => place.Website,
    };

    // So that no check changes anything while the test goes on.
    private const int ADay = 86400;

    // Bodies that would do something if they were let through.
    private static readonly Dictionary<string, string> _bodies = new()
    {
        ["createWebsite"] = """{"url":"https://intruder.test","owner":"OWNER"}""",
        ["importList"] = "url,owner,email\nhttps://intruder.test,OWNER,intruder@test.example",
        ["changeWebsite"] = """{"name":"Intruder"}""",
        ["actOnWebsites"] = """{"action":"remove","filter":{"owner":"OWNER"}}""",
        ["setEmails"] = """{"emails":["intruder@test.example"]}""",
        ["setQuietHours"] = """{"from":"22:00","to":"07:00","zone":"UTC"}""",
        ["setDigestWindow"] = """{"seconds":60}""",
        ["setTemplate"] = """{"subject":"Intruder"}""",
        ["previewTemplate"] = """{"subject":"Intruder"}""",
        ["setReport"] = """{"period":"weekly","zone":"UTC"}""",
        ["changeDefaults"] = """{"intervalSeconds":600}""",
        ["addChannel"] = """{"kind":"ntfy","settings":{"topic":"intruder"}}""",
        ["addMaintenance"] = """{"cron":"0 3 * * *","lengthSeconds":3600}""",
        ["changeChannel"] = """{"settings":{"topic":"intruder"}}""",
        ["muteIncident"] = """{"seconds":3600}""",
        ["createStatusPage"] = """{"slug":"intruder","title":"Intruder","owner":"OWNER"}""",
        ["changeStatusPage"] = """{"title":"Intruder"}""",
        ["setStatusPagePassword"] = """{"password":"intruders"}""",
        ["announce"] = """{"kind":"notice","title":"Intruder"}""",
        ["updateAnnouncement"] = """{"text":"Intruder"}""",
        ["createKey"] = """{"name":"intruder","role":"administrator"}""",
        ["changeKey"] = """{"name":"intruder"}""",
        ["inviteUser"] = """{"name":"intruder","role":"administrator"}""",
        ["changeUser"] = """{"role":"administrator"}""",
    };

    private sealed record Place(string Owner, string Website, string Channel, string Window, string Page, string Announcement, string Incident, string Key, string User);
}
