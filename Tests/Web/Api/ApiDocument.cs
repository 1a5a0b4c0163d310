using System.Text.Json.Nodes;

namespace UptimeSquirrel.Tests.Web.Api;

/// <summary>The document that describes the API, read as strangers read it.</summary>
internal sealed class ApiDocument(JsonNode root)
{
    private static readonly string[] _methods = ["get", "put", "post", "delete", "patch"];

    /// <summary>Every way in which the API can be asked for something.</summary>
    public IEnumerable<(string Method, string Path, JsonNode Operation)> Operations =>
        from path in root["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where _methods.Contains(operation.Key)
        select (operation.Key.ToUpperInvariant(), path.Key["/api/v1".Length..], operation.Value!);

    /// <summary>The shape of a body, with references followed; null when there is none.</summary>
    public JsonNode? BodyOf(JsonNode operation) => operation["requestBody"]?["content"]?["application/json"]?["schema"] is { } schema ? Follow(schema) : null;

    public IEnumerable<(string Name, string In, JsonNode Schema)> ParametersOf(JsonNode operation) =>
        (operation["parameters"]?.AsArray() ?? []).Select(parameter => (parameter!["name"]!.ToString(), parameter["in"]!.ToString(), Follow(parameter["schema"]!)));

    public JsonNode Follow(JsonNode schema) =>
        schema["$ref"]?.ToString() is { } reference ? Follow(root["components"]!["schemas"]![reference[(reference.LastIndexOf('/') + 1)..]]!) : schema;
}
