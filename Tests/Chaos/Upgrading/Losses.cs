using System.Text.Json.Nodes;

namespace UptimeSquirrel.Chaos.Upgrading;

/// <summary>What an answer in JSON no longer says. A newer version may say more, never less, and nothing else.</summary>
internal static class Losses
{
    /// <param name="before">The earlier answer.</param>
    /// <param name="after">The later answer to the same question.</param>
    /// <param name="moving">Members that change by themselves.</param>
    /// <param name="place">Where in the answer this is.</param>
    public static IEnumerable<string> Between(JsonNode? before, JsonNode? after, IReadOnlySet<string> moving, string place) => (before, after) switch
    {
        (null, null) => [],
        (JsonObject was, JsonObject now) => was.Where(member => !moving.Contains(member.Key))
            .SelectMany(member => Between(member.Value, now[member.Key], moving, $"{place}.{member.Key}")),
        (JsonArray was, JsonArray now) when was.Count == now.Count => was.Zip(now).SelectMany((pair, index) => Between(pair.First, pair.Second, moving, $"{place}[{index}]")),
        (JsonArray was, JsonArray now) => [$"{place} had {was.Count} entries and has {now.Count}"],
        _ => JsonNode.DeepEquals(before, after) ? [] : [$"{place} was {Text(before)} and is {Text(after)}"],
    };

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "nothing";
}
