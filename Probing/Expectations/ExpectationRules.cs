using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Looks;

namespace UptimeSquirrel.Probing;

/// <summary>Compares an answer with what is expected of it. Same arguments, same answer, always.</summary>
internal static class ExpectationRules
{
    private const int MaximumFound = 100;

    /// <summary>The first header that is not as it must be; null when all are.</summary>
    public static UnmetExpectation? OfHeaders(LookSettings settings, HttpHeadersNonValidated headers, HttpHeadersNonValidated contentHeaders)
    {
        foreach (var expected in settings.ExpectedHeaders)
        {
            if (!headers.TryGetValues(expected.Name, out var values) && !contentHeaders.TryGetValues(expected.Name, out values))
                return new UnmetExpectation(FailureKind.HeaderMissing, expected.Text, expected.Name);
            if (expected.Text is { } text && !values.Any(value => value.Contains(text, StringComparison.OrdinalIgnoreCase)))
                return new UnmetExpectation(FailureKind.HeaderDiffers, text, expected.Name, Show(string.Join(", ", values)));
        }

        return null;
    }

    /// <summary>What the page has not that it must have, or the reverse; null when it is as it must be.</summary>
    /// <param name="settings">What is expected.</param>
    /// <param name="text">The page.</param>
    /// <param name="isCut">Whether the page goes on after that.</param>
    public static UnmetExpectation? OfPage(LookSettings settings, ReadOnlyMemory<char> text, bool isCut)
    {
        if (settings.Keyword is { } wanted && !text.Span.Contains(wanted, StringComparison.Ordinal))
            return new UnmetExpectation(FailureKind.KeywordMissing, wanted) { IsCut = isCut };
        if (settings.UnwantedKeyword is { } unwanted && text.Span.Contains(unwanted, StringComparison.Ordinal))
            return new UnmetExpectation(FailureKind.UnwantedKeywordFound, unwanted);
        return settings.Json is { } json ? OfJson(json, text, isCut) : null;
    }

    private static UnmetExpectation? OfJson(JsonExpectation expected, ReadOnlyMemory<char> text, bool isCut)
    {
        if (isCut)
            return new UnmetExpectation(FailureKind.NotJson, expected.Value, expected.Path) { IsCut = true };
        try
        {
            using var json = JsonDocument.Parse(text);
            if (Find(json.RootElement, expected.Path) is not { } value)
                return new UnmetExpectation(FailureKind.JsonMissing, expected.Value, expected.Path);
            return expected.Value is null || IsSame(value, expected.Value)
                ? null
                : new UnmetExpectation(FailureKind.JsonDiffers, expected.Value, expected.Path, Show(Text(value)));
        }
        catch (JsonException)
        {
            return new UnmetExpectation(FailureKind.NotJson, expected.Value, expected.Path);
        }
    }

    private static JsonElement? Find(JsonElement root, string path)
    {
        if (!JsonPath.TryRead(path, out var steps))
            return null;
        var current = root;
        foreach (var step in steps)
        {
            var isThere = step switch
            {
                string name when current.ValueKind == JsonValueKind.Object => current.TryGetProperty(name, out current),
                int place when current.ValueKind == JsonValueKind.Array && place < current.GetArrayLength() => (current = current[place]).ValueKind != JsonValueKind.Undefined,
                _ => false,
            };
            if (!isThere)
                return null;
        }

        return current;
    }

    // 1.0 and 1 are one number, however they are written.
    private static bool IsSame(JsonElement value, string expected) => value.ValueKind switch
    {
        JsonValueKind.Number when decimal.TryParse(expected, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && value.TryGetDecimal(out var found) => number == found,
        JsonValueKind.Object or JsonValueKind.Array => false,
        _ => Text(value) == expected,
    };

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        _ => value.GetRawText(),
    };

    private static string Show(string text) => CleanText.Of(text, MaximumFound);
}
