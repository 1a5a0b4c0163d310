using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using UptimeSquirrel.Tests.House;
using UptimeSquirrel.Tests.Web.Support;

namespace UptimeSquirrel.Tests.Web.Api;

/// <summary>The document that describes the API, and the page that shows it.</summary>
public sealed class DocumentTests(WebHouse house) : ApiTest(house)
{
    private const string Rewrite = "UPTIMESQUIRREL_WRITE_OPENAPI";
    private static readonly JsonSerializerOptions _indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task The_document_is_the_one_that_is_checked_in()
    {
        var document = JsonNode.Parse((await SendAsync(await KeyAsync(), "GET", "/openapi.json")).Text)!.ToJsonString(_indented) + "\n";
        var file = Path.Combine(Repository.Root, "Web", "Api", "openapi.json");
        if (Environment.GetEnvironmentVariable(Rewrite) is not null)
            await File.WriteAllTextAsync(file, document, Stop);
        document.ShouldBe(await File.ReadAllTextAsync(file, Stop), $"The API has changed. If that is meant, write Web/Api/openapi.json anew: {Rewrite}=1 dotnet test --filter-class \"*DocumentTests\"");
    }

    [Fact]
    public async Task Every_operation_says_what_it_does_and_names_its_answers()
    {
        var document = new ApiDocument(JsonNode.Parse((await SendAsync(await KeyAsync(), "GET", "/openapi.json")).Text)!);
        document.Operations.Count().ShouldBeGreaterThan(30);
        foreach (var (method, path, operation) in document.Operations)
        {
            operation["summary"]?.ToString().ShouldNotBeNullOrEmpty($"{method} {path}");
            operation["operationId"]?.ToString().ShouldNotBeNullOrEmpty($"{method} {path}");
            var answers = operation["responses"]!.AsObject().Select(answer => answer.Key).ToList();
            answers.ShouldContain(answer => answer.StartsWith('2'), $"{method} {path}");
            answers.ShouldContain("401", $"{method} {path}");
            if (path.Contains('{', StringComparison.Ordinal))
                answers.ShouldContain("404", $"{method} {path}");
        }
    }

    [Fact]
    public async Task The_reference_page_runs_only_what_the_silo_serves()
    {
        var http = await KeyAsync("viewer");
        using var page = await http.GetAsync("/api/reference/", Stop);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        var html = await page.Content.ReadAsStringAsync(Stop);
        html.ShouldContain("openapi.json");
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        foreach (System.Text.RegularExpressions.Match script in System.Text.RegularExpressions.Regex.Matches(html, "<script(?<attributes>[^>]*)>"))
        {
            script.Groups["attributes"].Value.ShouldNotContain("//");
            (script.Groups["attributes"].Value.Contains("nonce=", StringComparison.Ordinal) || script.Groups["attributes"].Value.Contains("src=", StringComparison.Ordinal)).ShouldBeTrue(script.Value);
        }
    }

    [Fact]
    public async Task Nobody_reads_either_without_signing_in()
    {
        using var stranger = await House.StrangerAsync();
        (await stranger.Http.GetAsync("/api/v1/openapi.json", Stop)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await stranger.Http.GetAsync("/api/reference/", Stop)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
