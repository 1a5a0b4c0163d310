using System.Net;
using System.Text.Json.Nodes;
using UptimeSquirrel.Tests.Web.Support;

namespace UptimeSquirrel.Tests.Web.Api;

/// <summary>Those who may not are tried on every route that the document names.</summary>
public sealed class EveryRouteTests(WebHouse house) : ApiTest(house)
{
    [Fact]
    public async Task Nobody_does_anything_without_a_key()
    {
        using var stranger = await House.StrangerAsync();
        var place = new Place("alice", Guid.NewGuid().ToString(), "x", "x", "x");
        foreach (var (method, path, operation) in await OperationsAsync())
            (await AskAsync(stranger.Http, method, path, operation, place)).Status.ShouldBe(HttpStatusCode.Unauthorized, $"{method} {path}");
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
            if (method == "GET" && path.Contains('{', StringComparison.Ordinal) && !path.StartsWith("/incidents/", StringComparison.Ordinal))
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
        var (id, _) = await AddAsync(http, $"https://secret-shop-{owner}.test/", owner);
        var channel = await SendAsync(http, "POST", $"/owners/{owner}/channels", new { kind = "ntfy", settings = new { topic = "secret-shop" } });
        var window = await SendAsync(http, "POST", $"/owners/{owner}/maintenance", new { cron = "0 2 * * SUN", lengthSeconds = 3600 });
        var page = await SendAsync(http, "POST", "/status-pages", new { slug = NewName("page"), title = "secret-shop", owner });
        return new Place(owner, id, channel["id"], window["id"], page["slug"]);
    }

    private async Task<string> SnapshotAsync(Place place)
    {
        var http = await KeyAsync();
        var parts = new List<string>();
        foreach (var path in (string[])[$"/websites/{place.Website}", $"/owners/{place.Owner}", $"/owners/{place.Owner}/defaults", $"/owners/{place.Owner}/maintenance", $"/status-pages/{place.Page}"])
            parts.Add((await SendAsync(http, "GET", path)).Text);
        return string.Join('\n', parts);
    }

    private static Task<Reply> AskAsync(HttpClient http, string method, string path, JsonNode operation, Place place)
    {
        path = path.Replace("{owner}", place.Owner, StringComparison.Ordinal).Replace("{channel}", place.Channel, StringComparison.Ordinal)
            .Replace("{slug}", place.Page, StringComparison.Ordinal)
            .Replace("{id}", path.Contains("/maintenance/", StringComparison.Ordinal) ? place.Window : place.Website, StringComparison.Ordinal);
        var body = operation["requestBody"] is null ? null : _bodies.GetValueOrDefault(operation["operationId"]!.ToString(), "{}").Replace("OWNER", place.Owner, StringComparison.Ordinal);
        return SendAsync(http, method, path, body, ("If-Match", "*"));
    }

    // _bodies that would do something if they were let through.
    private static readonly Dictionary<string, string> _bodies = new()
    {
        ["createWebsite"] = """{"url":"https://intruder.test","owner":"OWNER"}""",
        ["changeWebsite"] = """{"name":"Intruder"}""",
        ["actOnWebsites"] = """{"action":"remove","filter":{"owner":"OWNER"}}""",
        ["setEmails"] = """{"emails":["intruder@test.example"]}""",
        ["setQuietHours"] = """{"from":"22:00","to":"07:00","zone":"UTC"}""",
        ["setReport"] = """{"period":"weekly","zone":"UTC"}""",
        ["changeDefaults"] = """{"intervalSeconds":600}""",
        ["addChannel"] = """{"kind":"ntfy","settings":{"topic":"intruder"}}""",
        ["addMaintenance"] = """{"cron":"0 3 * * *","lengthSeconds":3600}""",
        ["muteIncident"] = """{"seconds":3600}""",
        ["createStatusPage"] = """{"slug":"intruder","title":"Intruder","owner":"OWNER"}""",
        ["changeStatusPage"] = """{"title":"Intruder"}""",
        ["setStatusPagePassword"] = """{"password":"intruders"}""",
        ["announce"] = """{"kind":"notice","title":"Intruder"}""",
        ["updateAnnouncement"] = """{"text":"Intruder"}""",
        ["createKey"] = """{"name":"intruder","role":"administrator"}""",
    };

    private sealed record Place(string Owner, string Website, string Channel, string Window, string Page);
}
