using System.Globalization;
using System.Text.Json;
using UptimeSquirrel.Grains.Warnings;

namespace UptimeSquirrel.Adapters.Rdap;

/// <summary>Reads the date out of an RDAP answer (RFC 9083).</summary>
internal static class RdapAnswer
{
    private static readonly JsonDocumentOptions _shallow = new() { MaxDepth = 32 };

    /// <summary>What the answer says about a domain; an answer about another domain, or none that can be read, says nothing.</summary>
    public static RegistryAnswer Read(ReadOnlyMemory<byte> json, string domain)
    {
        try
        {
            using var document = JsonDocument.Parse(json, _shallow);
            return Read(document.RootElement, domain);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)      // the second for half a character in a text
        {
            return default;
        }
    }

    private static RegistryAnswer Read(JsonElement answer, string domain)
    {
        if (Text(answer, "ldhName") is not { } name || !name.TrimEnd('.').Equals(domain, StringComparison.OrdinalIgnoreCase))
            return default;
        if (!answer.TryGetProperty("events", out var events) || events.ValueKind != JsonValueKind.Array)
            return new RegistryAnswer(RegistryOutcome.NotFound);
        foreach (var happening in events.EnumerateArray())
            if (Text(happening, "eventAction") == "expiration")
                return DateTimeOffset.TryParse(Text(happening, "eventDate"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date)
                    ? RegistryAnswer.Found(date)
                    : default;
        return new RegistryAnswer(RegistryOutcome.NotFound);
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
