using System.Text;
using System.Text.Json;

namespace UptimeSquirrel.Tests.Support.Web;

/// <summary>A whole request as it came over the wire.</summary>
public sealed record ReceivedRequest(string Head, byte[] Body)
{
    public string Method => Head.Split(' ')[0];

    public string Path => Head.Split(' ')[1];

    /// <summary>The headers in the order they came, by their lower-case names.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers =>
        [.. Head.Split("\r\n").Skip(1).Where(line => line.Length > 0).Select(line => line.Split(": ", 2)).Select(parts => KeyValuePair.Create(parts[0].ToLowerInvariant(), parts[1]))];

    public string Text => Encoding.UTF8.GetString(Body);

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>The fields of a form, decoded.</summary>
    public Dictionary<string, string> Form =>
        Text.Split('&').Select(pair => pair.Split('=', 2)).ToDictionary(parts => Decode(parts[0]), parts => Decode(parts[1]));

    /// <summary>A header's value; null when it did not come.</summary>
    public string? Header(string name) => Headers.Where(header => header.Key == name).Select(header => header.Value).SingleOrDefault();

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
