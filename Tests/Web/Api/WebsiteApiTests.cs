using System.Net;
using UptimeSquirrel.Tests.Support.Web;
using UptimeSquirrel.Tests.Web.Support;

namespace UptimeSquirrel.Tests.Web.Api;

public sealed class WebsiteApiTests(WebHouse house) : ApiTest(house)
{
    [Fact]
    public async Task Where_a_job_calls_is_shown_and_renewed_for_those_who_may_change_it()
    {
        var (http, owner) = (await KeyAsync(), NewName("team"));
        var (job, _) = await AddAsync(http, "heartbeat://nightly-backup", owner);
        var (website, _) = await AddAsync(http, $"https://{owner}.test/", owner);

        var shown = (await SendAsync(http, "GET", $"/websites/{job}/heartbeat"))["callsTo"];
        var renewed = (await SendAsync(http, "POST", $"/websites/{job}/heartbeat/renew"))["callsTo"];
        renewed.ShouldNotBe(shown);
        (await SendAsync(http, "GET", $"/websites/{job}/heartbeat"))["callsTo"].ShouldBe(renewed);

        (await SendAsync(http, "GET", $"/websites/{website}/heartbeat")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await SendAsync(await KeyAsync("viewer"), "GET", $"/websites/{job}/heartbeat")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_website_is_made_read_changed_and_removed()
    {
        var (http, owner) = (await KeyAsync(), NewName("team"));
        var made = await SendAsync(http, "POST", "/websites", new { url = "HTTPS://Shop.test", owner, name = "Shop", intervalSeconds = 120, tags = new[] { "eu" }, method = "get", keyword = "Welcome" });
        made.Status.ShouldBe(HttpStatusCode.Created);
        made["url"].ShouldBe("https://shop.test/");
        made.Location.ShouldBe($"/api/v1/websites/{made["id"]}");
        var path = $"/websites/{made["id"]}";
        var read = await SendAsync(http, "GET", path);
        (read.ETag, read["standing"], read["kind"]).ShouldBe((made.ETag, "pending", "website"));
        read.Json["settings"]!["intervalSeconds"]!.GetValue<double>().ShouldBe(120);
        read.Json["settings"]!["method"]!.ToString().ShouldBe("GET");

        var changed = await SendAsync(http, "PATCH", path, new { name = "Store", unset = new[] { "keyword" } }, ("If-Match", made.ETag!));
        changed.Status.ShouldBe(HttpStatusCode.OK, changed.Text);
        changed.ETag.ShouldNotBe(made.ETag);
        changed.Json["settings"]!["name"]!.ToString().ShouldBe("Store");
        changed.Json["settings"]!["keyword"].ShouldBeNull();
        (await SendAsync(http, "DELETE", path)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await SendAsync(http, "GET", path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Of_many_who_make_the_same_website_at_once_one_does_and_the_others_are_told_that_it_is_there()
    {
        var (http, owner) = (await KeyAsync(), NewName("team"));

        var replies = await Task.WhenAll(Enumerable.Range(1, 8).Select(number => SendAsync(http, "POST", "/websites", new { url = "https://crowd.test", owner, name = $"No. {number}" })));

        replies.Select(reply => reply.Status).Order().ShouldBe([HttpStatusCode.Created, .. Enumerable.Repeat(HttpStatusCode.Conflict, 7)]);
        var made = replies.Single(reply => reply.Status == HttpStatusCode.Created);
        (await SendAsync(http, "GET", $"/websites/{made["id"]}")).ETag.ShouldBe(made.ETag);
        replies.First(reply => reply.Status == HttpStatusCode.Conflict)["detail"].ShouldBe($"https://crowd.test/ is watched for {owner} already. Change it with PATCH /api/v1/websites/{made["id"]}.");
    }

    [Fact]
    public async Task A_change_says_which_version_it_changes()
    {
        var http = await KeyAsync();
        var (id, etag) = await AddAsync(http, "https://versions.test/", NewName("team"));
        (await SendAsync(http, "PATCH", $"/websites/{id}", new { name = "A" })).Status.ShouldBe(HttpStatusCode.PreconditionRequired);
        (await SendAsync(http, "PATCH", $"/websites/{id}", new { name = "A" }, ("If-Match", etag))).Status.ShouldBe(HttpStatusCode.OK);
        (await SendAsync(http, "PATCH", $"/websites/{id}", new { name = "B" }, ("If-Match", etag))).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await SendAsync(http, "DELETE", $"/websites/{id}", null, ("If-Match", etag))).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await SendAsync(http, "PATCH", $"/websites/{id}", new { name = "B" }, ("If-Match", "*"))).Json["settings"]!["name"]!.ToString().ShouldBe("B");
    }

    [Fact]
    public async Task Of_two_changes_of_one_version_one_is_made()
    {
        var http = await KeyAsync();
        var (id, etag) = await AddAsync(http, "https://race.test/", NewName("team"));
        var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => SendAsync(http, "PATCH", $"/websites/{id}", new { name = $"Name {i}" }, ("If-Match", etag))));
        replies.Count(reply => reply.Status == HttpStatusCode.OK).ShouldBe(1);
        replies.Count(reply => reply.Status == HttpStatusCode.PreconditionFailed).ShouldBe(5);
    }

    [Theory]
    [InlineData("""{"url":"ftp://a.test"}""", "url")]
    [InlineData("""{"url":"https://a.test","intervalSeconds":0.001}""", "intervalSeconds")]
    [InlineData("""{"url":"https://a.test","intervalSeconds":1e300}""", "intervalSeconds")]
    [InlineData("""{"url":"https://a.test","accept":"all"}""", "accept")]
    [InlineData("""{"url":"https://a.test","tags":[null]}""", "tags")]
    [InlineData("""{"url":"https://a.test","method":"SING"}""", "method")]
    [InlineData("""{"url":"https://a.test","headers":[{"name":"Host","value":"x"}]}""", "headers")]
    [InlineData("""{"url":"https://a.test","owner":"not an owner"}""", "owner")]
    [InlineData("""{"url":"https://a.test","intervall":60}""", "intervall")]
    [InlineData("""{"url":"https://a.test","name":7}""", "name")]
    [InlineData("""{"url":null}""", "url")]
    [InlineData("""{"name":"x"}""", "body")]
    [InlineData("""{"url":"https://a.test",""", "body")]
    public async Task What_cannot_be_taken_is_named_with_its_field(string body, string field)
    {
        var reply = await SendAsync(await KeyAsync(), "POST", "/websites", body);
        (reply.Status, reply.ContentType).ShouldBe((HttpStatusCode.BadRequest, "application/problem+json"));
        reply.Mistake(field).ShouldNotBeNull(reply.Text).ShouldEndWith(".");
    }

    [Theory]
    [InlineData("/websites?limit=0", "limit")]
    [InlineData("/websites?limit=many", "limit")]
    [InlineData("/websites?standing=asleep", "standing")]
    [InlineData("/websites?sort=beauty", "sort")]
    [InlineData("/incidents?since=yesterday", "since")]
    public async Task A_question_that_makes_no_sense_is_answered_with_what_does(string path, string field) =>
        (await SendAsync(await KeyAsync(), "GET", path)).Mistake(field).ShouldNotBeNull();

    [Fact]
    public async Task What_is_not_there_too_large_or_not_json_is_said_in_a_sentence()
    {
        var http = await KeyAsync();
        (await SendAsync(http, "GET", "/nothing")).ShouldSatisfyAllConditions(reply => reply.Status.ShouldBe(HttpStatusCode.NotFound), reply => reply["detail"].ShouldContain("/api/v1/nothing"));
        (await SendAsync(http, "PUT", "/websites", new { })).ShouldSatisfyAllConditions(reply => reply.Status.ShouldBe(HttpStatusCode.MethodNotAllowed), reply => reply["detail"].ShouldContain("PUT"));
        (await SendAsync(http, "POST", "/websites", $$"""{"url":"https://a.test","body":"{{new string('x', 1_100_000)}}"}""")).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        using var form = new FormUrlEncodedContent([new("url", "https://a.test")]);
        (await http.PostAsync("/api/v1/websites", form, Stop)).StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task Lists_are_filtered_sorted_counted_and_paged()
    {
        var (http, owner) = (await KeyAsync(), NewName("team"));
        foreach (var name in (string[])["delta", "alpha", "charlie", "bravo"])
            await AddAsync(http, $"https://{name}.test/", owner, new { tags = new[] { name.Length == 5 ? "five" : "seven" } });
        (await SendAsync(http, "GET", $"/websites?owner={owner}&sort=name&limit=3")).Items("url").ShouldBe(["https://alpha.test/", "https://bravo.test/", "https://charlie.test/"]);
        var first = await SendAsync(http, "GET", $"/websites?owner={owner}&sort=name&reverse=true&limit=3");
        (await SendAsync(http, "GET", $"/websites?owner={owner}&sort=name&reverse=true&after={first["next"]}")).Items("url").ShouldBe(["https://alpha.test/"]);
        (await SendAsync(http, "GET", $"/websites?owner={owner}&search=CHAR&standing=pending&standing=up")).Items("url").ShouldBe(["https://charlie.test/"]);
        (await SendAsync(http, "GET", $"/websites/count?owner={owner}&tag=five"))["count"].ShouldBe("3");
        (await SendAsync(http, "GET", $"/websites/summary?owner={owner}"))["pending"].ShouldBe("4");
        (await SendAsync(http, "GET", $"/tags?owner={owner}")).Json[0]!["tag"]!.ToString().ShouldBe("five");
    }

    [Fact]
    public async Task Many_are_paused_at_once_after_they_were_counted()
    {
        var (http, owner) = (await KeyAsync(), NewName("team"));
        for (var i = 0; i < 5; i++)
            await AddAsync(http, $"https://many{i}.test/", owner);
        var dry = await SendAsync(http, "POST", "/websites/actions", new { action = "pause", filter = new { owner }, dryRun = true });
        (dry["matched"], dry["done"]).ShouldBe(("5", "0"));
        (await SendAsync(http, "POST", "/websites/actions", new { action = "pause", filter = new { owner, search = "many3" } }))["done"].ShouldBe("1");
        (await SendAsync(http, "GET", $"/websites?owner={owner}&standing=paused")).Items("url").ShouldBe(["https://many3.test/"]);
        (await SendAsync(http, "POST", "/websites/actions", new { action = "remove", filter = new { } })).Mistake("filter").ShouldNotBeNull();
        (await SendAsync(http, "POST", "/websites/actions", new { action = "remove", filter = new { owner } }))["done"].ShouldBe("5");
        (await SendAsync(http, "GET", $"/websites?owner={owner}")).Items("url").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_website_is_looked_at_now_and_its_history_tells_of_it()
    {
        await using var site = await LocalWebsite.StartAsync();
        var http = await KeyAsync();
        var (id, _) = await AddAsync(http, site.Url.Text, NewName("team"));
        (await SendAsync(http, "POST", $"/websites/{id}/check"))["standing"].ShouldBe("up");
        (await SendAsync(http, "POST", $"/websites/{id}/trace"))["isHealthy"].ShouldBe("true");
        (await SendAsync(http, "POST", $"/websites/{id}/pause"))["standing"].ShouldBe("paused");
        (await SendAsync(http, "POST", $"/websites/{id}/trace")).Status.ShouldBe(HttpStatusCode.Conflict);

        var checks = await SendAsync(http, "GET", $"/websites/{id}/checks");
        checks.Items("status").ShouldBe(["200"]);
        checks.Json["items"]![0]!["phases"]!["connectingSeconds"]!.GetValue<double>().ShouldBeGreaterThan(0);
        (await SendAsync(http, "GET", $"/websites/{id}/days?days=7")).Json.AsArray().Count.ShouldBe(7);
        (await SendAsync(http, "GET", $"/websites/{id}/uptime"))["hour"].ShouldBe("1");
        (await SendAsync(http, "GET", $"/websites/{id}/latency?window=hour")).Json["points"]!.AsArray().Count.ShouldBe(1);
    }
}
