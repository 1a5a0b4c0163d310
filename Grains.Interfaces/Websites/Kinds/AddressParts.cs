using System.Globalization;

namespace UptimeSquirrel.Websites;

/// <summary>An address of another kind than a website, taken apart: <c>scheme://authority/path?query</c>.</summary>
internal sealed record AddressParts(string Authority, string Path, IReadOnlyList<KeyValuePair<string, string>> Query)
{
    /// <param name="rest">What follows the scheme and its colon.</param>
    /// <returns>Null when that does not begin with <c>//</c> and something after it.</returns>
    public static AddressParts? Of(string rest)
    {
        if (!rest.StartsWith("//", StringComparison.Ordinal))
            return null;
        var text = rest[2..].Split('#')[0];
        var end = text.AsSpan().IndexOfAny('/', '?');
        end = end < 0 ? text.Length : end;
        var question = text.IndexOf('?', end);
        var path = question < 0 ? text[end..] : text[end..question];
        return end == 0 ? null : new AddressParts(text[..end], path, QueryOf(question < 0 ? "" : text[(question + 1)..]));
    }

    /// <summary>What stands behind the <c>?</c>, in the order it was written.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> QueryOf(string query) =>
    [
        .. query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair =>
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            return equals < 0
                ? KeyValuePair.Create(pair.ToLowerInvariant(), "")
                : KeyValuePair.Create(pair[..equals].ToLowerInvariant(), Uri.UnescapeDataString(pair[(equals + 1)..]));
        }),
    ];

    public IEnumerable<string> Values(string key) => Query.Where(pair => pair.Key == key).Select(pair => pair.Value);

    /// <summary>A clause about what stands behind the <c>?</c> and should not; null when all of it may.</summary>
    /// <param name="known">The keys that may be there.</param>
    /// <param name="severalOf">The one that may be there several times.</param>
    public string? UnknownPart(IReadOnlyList<string> known, string? severalOf = null)
    {
        if (Path is not ("" or "/"))
            return "has a path, which means nothing here";
        if (Query.FirstOrDefault(pair => !known.Contains(pair.Key)).Key is { } stranger)
            return $"says {Quote.Of(stranger, 40)}, which means nothing here";
        return known.FirstOrDefault(key => key != severalOf && Values(key).Skip(1).Any()) is { } twice
            ? string.Create(CultureInfo.InvariantCulture, $"says {twice} twice")
            : null;
    }
}
