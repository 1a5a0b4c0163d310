using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace UptimeSquirrel.StatusPages;

/// <summary>Names a status page for ever, and stands in its address: <c>/status/shop</c>.</summary>
[GenerateSerializer, Immutable, Alias("uptime.status-page-slug")]
public sealed record StatusPageSlug
{
    private const int MaximumLength = 60;
    private const string Prefix = "page:";

    [JsonConstructor]
    private StatusPageSlug(string text) => Text = text;

    /// <summary>The name: 1 to 60 of a-z, 0-9 and '-', neither first nor last a hyphen.</summary>
    [Id(0)]
    public string Text { get; }

    /// <summary>The key of the page's grain. Never the bare name: keys that look like hex numbers collide in the storage provider.</summary>
    public string GrainKey => Prefix + Text;

    /// <summary>Reads a name as people write one.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="slug">The name, when it is one.</param>
    /// <param name="problem">One sentence that names the value and what was expected, when it is not.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out StatusPageSlug? slug, [NotNullWhen(false)] out string? problem)
    {
        var name = (text ?? "").Trim().ToLowerInvariant();
        var isGood = name.Length is >= 1 and <= MaximumLength && name[0] != '-' && name[^1] != '-' && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
        slug = isGood ? new StatusPageSlug(name) : null;
        problem = isGood ? null : $"{Quote.Of(text)} cannot name a status page: expected 1 to {MaximumLength} of a-z, 0-9 and '-', such as 'shop'.";
        return isGood;
    }

    /// <summary>Reads a name that is known to be good.</summary>
    /// <exception cref="FormatException">It is not one; the message says why.</exception>
    public static StatusPageSlug Parse(string text) => TryParse(text, out var slug, out var problem) ? slug : throw new FormatException(problem);

    /// <summary>The name of a grain key made by <see cref="GrainKey"/>.</summary>
    /// <exception cref="FormatException">The key was not made by it.</exception>
    public static StatusPageSlug FromGrainKey(string key) =>
        key.StartsWith(Prefix, StringComparison.Ordinal) ? Parse(key[Prefix.Length..]) : throw new FormatException($"{Quote.Of(key)} is not the key of a status page.");

    /// <summary>The name.</summary>
    public override string ToString() => Text;
}
