using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.Importing;
using UptimeSquirrel.Tests.Importing;
using UptimeSquirrel.Tests.Web.Support;

namespace UptimeSquirrel.Tests.Web.Api;

/// <summary>Lists of other monitors, sent to the API as programs send a file.</summary>
public sealed class ImportApiTests(WebHouse house) : ApiTest(house)
{
    private const string Backup = """
        {"version":"1.23.13","notificationList":[{"id":1,"name":"Chat","config":"{\"type\":\"telegram\"}"}],"proxyList":[],"monitorList":[
          {"id":1,"type":"group","name":"Customers"},
          {"id":2,"type":"http","name":"Shop","url":"https://shop.test","parent":1,"interval":120,"authMethod":"basic","basic_auth_user":"ann","basic_auth_pass":"hush"},
          {"id":3,"type":"http","name":"Asleep","url":"https://asleep.test","active":false},
          {"id":4,"type":"http","name":"Shop again","url":"https://shop.test/"},
          {"id":5,"type":"port","name":"Broken","hostname":"a b"}]}
        """;

    [Fact]
    public async Task A_backup_is_shown_then_done_and_then_nothing_is_left_to_do()
    {
        var (http, owner) = (await KeyAsync(), NewName("team"));
        var path = $"/import?owner={owner}&email=me@shop.test";

        var shown = await ImportAsync(http, path + "&dryRun=true", Backup);
        shown.Status.ShouldBe(HttpStatusCode.OK, shown.Text);
        Told(shown).ShouldBe(["skipped", "created https://shop.test/", "created https://asleep.test/", "duplicate https://shop.test/", "bad"]);
        (shown["source"], shown["dryRun"], shown["created"], shown["skipped"]).ShouldBe(("Uptime Kuma 1.23.13", "true", "2", "1"));
        shown.Json["remarks"]![0]!.ToString().ShouldStartWith("The notification 'Chat' (telegram) was left out");
        shown.Json["results"]![1]!["remarks"]!.ToJsonString().ShouldContain("What it logs in with was left out");
        (await SendAsync(http, "GET", $"/websites?owner={owner}")).Items("url").ShouldBeEmpty();

        Told(await ImportAsync(http, path, Backup)).ShouldBe(Told(shown));
        var websites = await SendAsync(http, "GET", $"/websites?owner={owner}");
        websites.Items("standing").ShouldBe(["paused", "pending"]);
        websites.Json["items"]![1]!["settings"]!["intervalSeconds"]!.GetValue<double>().ShouldBe(120);
        websites.Text.ShouldNotContain("hush");
        (await SendAsync(http, "GET", $"/owners/{owner}")).Text.ShouldContain("me@shop.test");

        Told(await ImportAsync(http, path, Backup))[1..3].ShouldBe(["unchanged https://shop.test/", "unchanged https://asleep.test/"]);
    }

    [Fact]
    public async Task A_dry_run_that_is_misspelt_changes_nothing_and_says_so()
    {
        var (http, owner) = (await KeyAsync(), NewName("team"));

        var refused = await ImportAsync(http, $"/import?owner={owner}&dry-run=true", Backup);

        refused.Status.ShouldBe(HttpStatusCode.BadRequest, refused.Text);
        refused.Text.ShouldContain("There is no such parameter: expected dryRun, owner, email, withSecrets, shortestSeconds, pages.");
        (await SendAsync(http, "GET", $"/websites?owner={owner}")).Items("url").ShouldBeEmpty();
    }

    [Fact]
    public async Task Half_a_character_is_a_mistake_of_the_list_and_none_of_ours()
    {
        var refused = await ImportAsync(await KeyAsync(), "/import?dryRun=true", Backup.Replace("Asleep", @"\ud83d", StringComparison.Ordinal));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest, refused.Text);
        refused.Text.ShouldContain("The list cannot be read");
    }

    [Fact]
    public async Task Secrets_are_taken_when_that_is_said_and_never_given_back()
    {
        var (http, owner) = (await KeyAsync(), NewName("team"));

        var done = await ImportAsync(http, $"/import?owner={owner}&withSecrets=true", Backup);

        done.Text.ShouldNotContain("What it logs in with was left out");
        var shop = (await SendAsync(http, "GET", $"/websites?owner={owner}&search=shop")).Json["items"]![0]!["settings"]!;
        shop["auth"]!.ToString().ShouldBe("basic");
        (done.Text + shop).ShouldNotContain("hush");
    }

    [Theory]
    [InlineData("url,name\nhttps://a.test,A", null)]
    [InlineData("ID,Type,Status,Friendly Name,URL/IP\n1,HTTP(s),2,A,https://a.test", "UptimeRobot (CSV)")]
    [InlineData("endpoints:\n  - name: A\n    url: https://a.test\n", "Gatus")]
    [InlineData("- targets: [https://a.test]\n", "Prometheus")]
    [InlineData("sites:\n  - name: A\n    url: https://a.test\n", "upptime")]
    [InlineData("<urlset><url><loc>https://a.test/</loc></url></urlset>", "a sitemap")]
    [InlineData("""{"data":[{"attributes":{"url":"https://a.test","pronounceable_name":"A","monitor_type":"status"}}]}""", "Better Stack")]
    [InlineData("""{"services":[{"name":"A","domain":"https://a.test","type":"http","check_interval":60}]}""", "statping")]
    public async Task What_the_file_holds_says_what_it_is(string file, string? source)
    {
        var shown = await ImportAsync(await KeyAsync(), $"/import?owner={NewName("team")}&dryRun=true", file);

        Told(shown).ShouldBe(["created https://a.test/"]);
        shown.Json["source"]?.ToString().ShouldBe(source);
    }

    [Fact]
    public async Task The_database_of_Uptime_Kuma_is_read_and_what_is_exported_comes_back()
    {
        var (http, owner) = (await KeyAsync(), NewName("team"));
        var database = Kuma.Database("CREATE TABLE monitor (id INTEGER PRIMARY KEY, name TEXT, type TEXT, url TEXT); INSERT INTO monitor VALUES (1, 'Shop', 'http', 'https://shop.test/');");

        Told(await ImportAsync(http, $"/import?owner={owner}", database)).ShouldBe(["created https://shop.test/"]);
        var export = $$"""{"format":"uptimesquirrel-export","version":1,"websites":[{"url":"https://shop.test/","owner":"{{owner}}","name":"Shop"}],"owners":[]}""";
        Told(await ImportAsync(http, "/import", export)).ShouldBe(["unchanged https://shop.test/"]);
    }

    [Fact]
    public async Task A_key_that_is_bound_to_an_owner_imports_for_that_owner_and_what_is_for_others_is_refused_line_by_line()
    {
        var (mine, theirs) = (NewName("mine"), NewName("theirs"));
        var http = await KeyAsync("editor", mine);
        var list = $"url,owner,email\nhttps://a.test,,\nhttps://b.test,{mine},\nhttps://c.test,{theirs},spy@test.example\n";

        foreach (var query in (string[])["?dryRun=true", ""])
        {
            var reply = await ImportAsync(http, "/import" + query, list);
            Told(reply).ShouldBe(["created https://a.test/", "created https://b.test/", "bad https://c.test/"]);
            reply.Json["results"]![2]!["problem"]!.ToString().ShouldBe($"It is for the owner '{theirs}', and you may only import for '{mine}': change its owner, or name none.");
        }

        var free = await KeyAsync();
        (await SendAsync(free, "GET", $"/websites?owner={mine}")).Items("url").ShouldBe(["https://a.test/", "https://b.test/"]);
        (await SendAsync(free, "GET", $"/websites?owner={theirs}")).Items("url").ShouldBeEmpty();
        (await SendAsync(free, "GET", $"/owners/{theirs}")).Text.ShouldNotContain("spy@test.example");
        (await ImportAsync(http, $"/import?owner={theirs}", "https://a.test")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ImportAsync(await KeyAsync("viewer"), "/import?dryRun=true", "https://a.test")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_was_imported_stands_in_the_audit_log_once_and_what_was_not_does_not()
    {
        var (http, admin, owner) = (await KeyAsync(), await KeyAsync("administrator"), NewName("audited"));
        var url = $"https://{owner}.test/";
        foreach (var query in (string[])["&dryRun=true", "", ""])
            await ImportAsync(http, $"/import?owner={owner}&email=me@shop.test{query}", url);
        await ImportAsync(http, $"/import?owner={owner}", $"url,name\n{url},Other");

        var log = await SendAsync(admin, "GET", $"/audit?subject={Uri.EscapeDataString(url)}");
        log.Items("what").ShouldBe(["website.change", "website.add"], log.Text);
        log.Items("detail").Distinct().ShouldBe([$"for {owner}, imported"]);
        (await SendAsync(admin, "GET", $"/audit?subject={owner}")).Items("what").ShouldBe(["owner.change"]);
    }

    [Theory]
    [InlineData("{\"a\": 1}", "The file is JSON, but no list of a product we know")]
    [InlineData("{\"a\": ", "The file begins like JSON, but is none")]
    [InlineData("<html/>", "The file is XML, but 'html' is no list of websites")]
    [InlineData("SQLite format 3\0and nothing more", "The database cannot be read")]
    [InlineData("PK\u0003\u0004\0\0", "The file is neither text nor a database of Uptime Kuma")]
    public async Task What_is_no_list_is_refused_in_a_sentence(string file, string problem)
    {
        var reply = await ImportAsync(await KeyAsync(), "/import", file);

        (reply.Status, reply.ContentType).ShouldBe((HttpStatusCode.BadRequest, "application/problem+json"));
        reply.Mistake("body").ShouldNotBeNull(reply.Text).ShouldStartWith(problem);
    }

    [Fact]
    public async Task A_file_is_20_MB_at_most_and_is_the_body_itself()
    {
        var http = await KeyAsync();
        var comment = "https://a.test # " + new string('x', 5_000_000);

        Told(await ImportAsync(http, $"/import?owner={NewName("team")}", comment)).ShouldBe(["created https://a.test/"]);
        var tooLarge = await ImportAsync(http, "/import", new byte[(20 << 20) + 1]);
        (tooLarge.Status, tooLarge["detail"]).ShouldBe((HttpStatusCode.RequestEntityTooLarge, "The body of the request is too large: expected at most 20 MB."));
        (await ImportAsync(http, "/import", "https://a.test", ("Idempotency-Key", NewName("key")))).Mistake("Idempotency-Key").ShouldNotBeNull();
        (await ImportAsync(http, "/import?shortestSeconds=-1&email=nobody&owner=no%20owner", "https://a.test")).ShouldSatisfyAllConditions(
            reply => reply.Mistake("email").ShouldNotBeNull(), reply => reply.Mistake("owner").ShouldNotBeNull(), reply => reply.Mistake("shortestSeconds").ShouldNotBeNull());
        using var form = new MultipartFormDataContent { { new StringContent("https://a.test"), "file", "list.txt" } };
        using var wrapped = await http.PostAsync("/api/v1/import", form, Stop);
        (await wrapped.Content.ReadAsStringAsync(Stop)).ShouldContain("The file is wrapped in a form");
    }

    [Fact]
    public async Task Intervals_are_brought_into_what_the_caller_says_can_be()
    {
        var (http, owner) = (await KeyAsync(), NewName("team"));
        const string Gatus = "endpoints:\n  - url: https://a.test\n    interval: 10s\n";

        (await ImportAsync(http, $"/import?owner={owner}&dryRun=true", Gatus)).Text.ShouldContain("It was checked every 10s; here every 1m");
        (await ImportAsync(http, $"/import?owner={owner}&shortestSeconds=5", Gatus)).Json["results"]![0]!["remarks"]!.AsArray().ShouldBeEmpty();
        (await SendAsync(http, "GET", $"/websites?owner={owner}")).Json["items"]![0]!["settings"]!["intervalSeconds"]!.GetValue<double>().ShouldBe(10);
    }

    [Fact]
    public async Task Two_who_import_the_same_list_at_once_make_it_once()
    {
        var (http, owner) = (await KeyAsync(), NewName("team"));
        var list = string.Join('\n', Enumerable.Range(0, 50).Select(i => $"https://s{i}.test"));

        var replies = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => ImportAsync(http, $"/import?owner={owner}", list)));

        replies.Sum(reply => reply.Json["created"]!.GetValue<int>()).ShouldBe(50);
        replies.Sum(reply => reply.Json["unchanged"]!.GetValue<int>()).ShouldBe(100);
    }

    [Fact]
    public async Task The_answer_is_what_squirrel_prints_with_json()
    {
        var answer = await ImportAsync(await KeyAsync(), $"/import?owner={NewName("team")}&dryRun=true", Backup);

        var printed = JsonShapes.Write(JsonSerializer.Deserialize<ImportResult>(answer.Text, JsonSerializerOptions.Web));
        JsonNode.DeepEquals(answer.Json, JsonNode.Parse(printed)).ShouldBeTrue($"{answer.Text}\n{printed}");
        answer.Json.AsObject().Select(field => field.Key).ShouldBe(
            ["dryRun", "lines", "created", "changed", "unchanged", "duplicates", "bad", "failed", "results", "skipped", "source", "remarks"]);
        answer.Json["results"]![1]!.AsObject().Select(field => field.Key).ShouldBe(["line", "url", "owner", "outcome", "problem", "name", "remarks"]);
    }

    private static Task<Reply> ImportAsync(HttpClient http, string path, string file, params (string Name, string Value)[] headers) => ImportAsync(http, path, Encoding.UTF8.GetBytes(file), headers);

    private static async Task<Reply> ImportAsync(HttpClient http, string path, byte[] file, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1" + path) { Content = new ByteArrayContent(file) };
        request.Headers.ExpectContinue = true;
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await http.SendAsync(request, Stop);
        return new Reply(response.StatusCode, await response.Content.ReadAsStringAsync(Stop), null, null, response.Content.Headers.ContentType?.MediaType, IsReplayed: false);
    }

    private static string[] Told(Reply reply) => [.. reply.Json["results"]!.AsArray().Select(line => $"{line!["outcome"]} {line["url"]}".TrimEnd())];
}
