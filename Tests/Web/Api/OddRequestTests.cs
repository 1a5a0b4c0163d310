using System.Text.Json.Nodes;
using CsCheck;
using UptimeSquirrel.Tests.Web.Support;

namespace UptimeSquirrel.Tests.Web.Api;

/// <summary>Whatever is sent, to whichever route the document names: it is answered, never with "something broke here", and nobody else's things change.</summary>
public sealed class OddRequestTests(WebHouse house) : ApiTest(house)
{
    private const int Cases = 600;

    private static readonly Gen<string> _oddText = Gen.OneOf(
        Gen.String[0, 40], Gen.String[Gen.Char.AlphaNumeric, 0, 30],
        AnyOf("", "null", "\0", "\ud800", "../..", "%00", "'; drop table website; --", "https://a.test/{}", "usq_", "NaN", "-1", "99999999999999999999", "2026-13-45T99:99:99Z", "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59+14:00", "{braces}", "тест", "🐿", new string('x', 3000)));

    private static readonly string[] _ofAdministrators = ["/users", "/keys", "/audit", "/cluster"];

    [Fact]
    public Task No_request_of_an_editor_however_odd_breaks_anything() => AskOddlyAsync(path => path != "/events", owner => KeyAsync("editor", owner));

    // Theirs alone: with the others they could change what other tests need.
    [Fact]
    public Task No_request_of_an_administrator_however_odd_breaks_anything() =>
        AskOddlyAsync(path => _ofAdministrators.Any(beginning => path.StartsWith(beginning, StringComparison.Ordinal)), _ => KeyAsync("administrator"));

    private async Task AskOddlyAsync(Func<string, bool> isAsked, Func<string, Task<HttpClient>> comeInAsync)
    {
        var document = new ApiDocument(JsonNode.Parse((await SendAsync(await KeyAsync("administrator"), "GET", "/openapi.json")).Text)!);
        var operations = document.Operations.Where(operation => isAsked(operation.Path)).ToArray();
        var (owner, other) = (NewName("odd"), NewName("untouched"));
        var admin = await KeyAsync("administrator");
        var (untouched, _) = await AddAsync(admin, "https://untouched.test/", other, new { intervalSeconds = 86400 });
        var (id, _) = await AddAsync(admin, "https://odd.test/", owner);
        var before = (await SendAsync(admin, "GET", $"/websites/{untouched}")).Text;
        var http = await comeInAsync(owner);

        var gen = AnyOf(operations).SelectMany(operation => Request(document, operation, owner, id));
        await gen.SampleAsync(async request =>
        {
            Reply reply;
            try
            {
                reply = await SendAsync(http, request.Method, request.Path, request.Body, request.Headers);
            }
            catch (Exception e) when (e is UriFormatException or InvalidOperationException or HttpRequestException { StatusCode: null } or FormatException)
            {
                return;      // the client itself would not send that
            }

            ((int)reply.Status).ShouldBeLessThan(500, $"{request.Method} {request.Path} {request.Body}: {reply.Text}");
            if ((int)reply.Status >= 400 && reply.Text.Length > 0)
                reply.ContentType.ShouldBe("application/problem+json", $"{request.Method} {request.Path} {request.Body}: {reply.Status} {reply.Text}");
        }, iter: Cases, threads: 4);

        (await SendAsync(admin, "GET", $"/websites/{untouched}")).Text.ShouldBe(before);
    }

    private static Gen<(string Method, string Path, string? Body, (string, string)[] Headers)> Request(
        ApiDocument document, (string Method, string Path, JsonNode Operation) operation, string owner, string id)
    {
        var inPath = Gen.OneOf<string?>(Gen.Const((string?)null), _oddText.Select(text => (string?)text));
        var names = document.ParametersOf(operation.Operation).Where(parameter => parameter.In == "query").Select(parameter => parameter.Name).Append("unknown").ToArray();
        var query = Gen.Select(AnyOf(names), _oddText, (name, value) => $"{name}={Uri.EscapeDataString(Sendable(value))}").Array[0, 3];
        var body = document.BodyOf(operation.Operation) is { } schema
            ? Gen.OneOf<string?>(Value(document, schema, 3).Select(node => (string?)(node?.ToJsonString() ?? "null")), _oddText.Select(text => (string?)text), Gen.Const((string?)null))
            : Gen.Const((string?)null);
        return Gen.Select(inPath, query, body, AnyOf("*", "\"1\"", "nonsense")).Select((replaced, asked, sent, match) => (
            operation.Method,
            operation.Path.Replace("{owner}", replaced is null ? owner : Uri.EscapeDataString(Sendable(replaced)), StringComparison.Ordinal)
                .Replace("{id}", replaced is null ? id : Uri.EscapeDataString(Sendable(replaced)), StringComparison.Ordinal)
                .Replace("{slug}", Uri.EscapeDataString(Sendable(replaced ?? owner)), StringComparison.Ordinal)
                .Replace("{name}", Uri.EscapeDataString(Sendable(replaced ?? owner)), StringComparison.Ordinal)
                .Replace("{channel}", Uri.EscapeDataString(Sendable(replaced ?? "x")), StringComparison.Ordinal) + (asked.Length == 0 ? "" : "?" + string.Join('&', asked)),
            sent,
            new[] { ("If-Match", match) }));
    }

    // Half of the values are of the kind that is asked for, so that some get far.
    private static Gen<JsonNode?> Value(ApiDocument document, JsonNode schema, int depth)
    {
        schema = document.Follow(schema);
        var odd = Gen.OneOf<JsonNode?>(
            _oddText.Select(text => (JsonNode?)JsonValue.Create(Sendable(text))), Gen.Double.Where(double.IsFinite).Select(number => (JsonNode?)JsonValue.Create(number)), Gen.Int.Select(number => (JsonNode?)JsonValue.Create(number)),
            Gen.Bool.Select(value => (JsonNode?)JsonValue.Create(value)), Gen.Const((JsonNode?)null).Select(_ => (JsonNode?)null), Gen.Int.Select(_ => (JsonNode?)new JsonArray(null, 1, "x")), Gen.Int.Select(_ => (JsonNode?)new JsonObject()));
        if (depth == 0)
            return odd;
        if (schema["properties"] is JsonObject properties)
        {
            var fields = properties.Select(property => Gen.Select(Gen.Int[0, 3], Value(document, property.Value!, depth - 1), (chance, value) => (property.Key, chance, value))).ToArray();
            return Gen.Int[0, 9].SelectMany<int, JsonNode?>(kind => kind == 0 ? odd : Together(fields).Select(given =>
            {
                var node = new JsonObject();
                foreach (var (name, chance, value) in given)
                    if (chance > 0)
                        node[name] = value?.DeepClone();
                return (JsonNode?)node;
            }));
        }

        var fitting = schema["enum"] is JsonArray words ? AnyOf(words.Select(word => word?.ToString()).ToArray()).Select(word => (JsonNode?)JsonValue.Create(word))
            : schema["items"] is { } items ? Value(document, items, depth - 1).Array[0, 3].Select(values => (JsonNode?)new JsonArray([.. values.Select(value => value?.DeepClone())]))
            : TypeOf(schema) switch
            {
                "string" => AnyOf("https://odd.test/", "GET", "UTC", "22:00", "ok", "2027-01-01T00:00:00Z", "0 2 * * *", "status=ok").Select(text => (JsonNode?)JsonValue.Create(text)),
                "number" => Gen.Double[-1, 4000].Select(number => (JsonNode?)JsonValue.Create(number)),
                "integer" => Gen.Int[-1, 10].Select(number => (JsonNode?)JsonValue.Create(number)),
                "boolean" => Gen.Bool.Select(value => (JsonNode?)JsonValue.Create(value)),
                _ => odd,
            };
        return Gen.Bool.SelectMany<bool, JsonNode?>(isOdd => isOdd ? odd : fitting);
    }

    private static Gen<(string Key, int Chance, JsonNode? Value)[]> Together(Gen<(string, int, JsonNode?)>[] fields) =>
        fields.Aggregate(Gen.Const(Array.Empty<(string, int, JsonNode?)>()), (all, next) => Gen.Select(all, next, (some, one) => some.Append(one).ToArray()));

    private static Gen<T> AnyOf<T>(params T[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    private static string? TypeOf(JsonNode schema) => schema["type"] switch
    {
        JsonArray types => types.Select(type => type!.ToString()).FirstOrDefault(type => type != "null"),
        { } type => type.ToString(),
        null => null,
    };

    // Half a character cannot be sent at all.
    private static string Sendable(string text) => new(text.Select(c => char.IsSurrogate(c) ? '\uFFFD' : c).ToArray());
}
