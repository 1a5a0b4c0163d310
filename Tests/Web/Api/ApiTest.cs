using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using UptimeSquirrel.Tests.Web.Support;

namespace UptimeSquirrel.Tests.Web.Api;

/// <summary>Tests that speak to the API as programs do.</summary>
public abstract class ApiTest(WebHouse house)
{
    private static int _names;

    protected WebHouse House => house;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A name that no other test uses.</summary>
    protected static string NewName(string beginning) => $"{beginning}-{Interlocked.Increment(ref _names)}-{Environment.ProcessId}";

    internal async Task<HttpClient> KeyAsync(string role = "editor", string? owner = null)
    {
        var http = (await house.WithKeyAsync(role, owner)).Http;
        http.DefaultRequestHeaders.Accept.Clear();
        return http;
    }

    protected static async Task<Reply> SendAsync(HttpClient http, string method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/v1" + path);
        request.Content = body switch
        {
            null => null,
            string text => new StringContent(text, Encoding.UTF8, "application/json"),
            _ => JsonContent.Create(body),
        };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await http.SendAsync(request, Stop);
        var text2 = await response.Content.ReadAsStringAsync(Stop);
        return new Reply(response.StatusCode, text2, response.Headers.ETag?.ToString(), response.Headers.Location?.ToString(), response.Content.Headers.ContentType?.MediaType,
            response.Headers.Contains("Idempotency-Replayed"));
    }

    protected static async Task<(string Id, string ETag)> AddAsync(HttpClient http, string url, string? owner = null, object? more = null)
    {
        var body = more is null ? [] : JsonSerializer.SerializeToNode(more)!.AsObject();
        body["url"] = url;
        if (owner is not null)
            body["owner"] = owner;
        var reply = await SendAsync(http, "POST", "/websites", body);
        reply.Status.ShouldBe(HttpStatusCode.Created, reply.Text);
        return (reply["id"], reply.ETag!);
    }
}

/// <summary>What the API answered.</summary>
public sealed record Reply(HttpStatusCode Status, string Text, string? ETag, string? Location, string? ContentType, bool IsReplayed)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    /// <summary>A field at the top, as text.</summary>
    public string this[string field] => Json[field]!.ToString();

    /// <summary>What is said to be wrong with one field.</summary>
    public string? Mistake(string field) => Json["errors"]?[field]?[0]?.ToString();

    public IEnumerable<string> Items(string field) => Json["items"]!.AsArray().Select(item => item![field]!.ToString());
}
