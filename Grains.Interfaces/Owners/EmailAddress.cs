using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace UptimeSquirrel.Owners;

/// <summary>An e-mail address we can send to: <c>name@host</c>, without display name, quotes, comments or braces.</summary>
[GenerateSerializer, Immutable, Alias("uptime.email-address")]
public sealed record EmailAddress
{
    [JsonConstructor]
    private EmailAddress(string text) => Text = text;

    /// <summary>The address; the host is lower case.</summary>
    [Id(0)]
    public string Text { get; }

    /// <summary>Reads an address as people write one.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="address">The address, when it is one.</param>
    /// <param name="problem">One sentence that names the value and what was expected, when it is not.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out EmailAddress? address, [NotNullWhen(false)] out string? problem)
    {
        var trimmed = (text ?? "").Trim();
        var at = trimmed.LastIndexOf('@');
        var isGood = at is >= 1 and <= 64 && trimmed.Length <= 254 && IsLocalPart(trimmed[..at]) && IsHost(trimmed[(at + 1)..]);
        address = isGood ? new EmailAddress(trimmed[..(at + 1)] + trimmed[(at + 1)..].ToLowerInvariant()) : null;
        problem = isGood ? null : $"{Quote.Of(trimmed)} is not an e-mail address: expected name@host.";
        return isGood;
    }

    /// <summary>Reads an address that is known to be good.</summary>
    /// <exception cref="FormatException">It is not one; the message says why.</exception>
    public static EmailAddress Parse(string text) =>
        TryParse(text, out var address, out var problem) ? address : throw new FormatException(problem);

    /// <summary>The address.</summary>
    public override string ToString() => Text;

    // What RFC 5322 calls a dot-atom, less the braces that Orleans' storage provider cannot take in a grain key.
    private static bool IsLocalPart(string text) =>
        !text.StartsWith('.') && !text.EndsWith('.') && !text.Contains("..", StringComparison.Ordinal) &&
        text.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-/=?^_`|~.".Contains(c, StringComparison.Ordinal));

    private static bool IsHost(string text) =>
        text.Length is >= 1 and <= 253 &&
        text.Split('.').All(label => label.Length is >= 1 and <= 63 && !label.StartsWith('-') && !label.EndsWith('-') &&
                                     label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
}
