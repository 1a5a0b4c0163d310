using System.Diagnostics.CodeAnalysis;

namespace UptimeSquirrel.Looks;

/// <summary>A header that a look sends along.</summary>
/// <param name="Name">Its name, as it is sent.</param>
/// <param name="Value">Its value; null when it is a secret.</param>
/// <param name="Secret">Its value, when the name says that it is nobody's business; else null.</param>
[GenerateSerializer, Immutable, Alias("uptime.request-header")]
public sealed record RequestHeader([property: Id(0)] string Name, [property: Id(1)] string? Value, [property: Id(2)] Secret? Secret)
{
    private static readonly string[] _telling = ["auth", "cookie", "token", "secret", "password", "passwd", "key", "session", "credential", "signature"];

    /// <summary>Whether the value of a header of this name is a secret: one that lets people in, as far as its name tells.</summary>
    public static bool IsSecret(string name) => _telling.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>A header of this name and value.</summary>
    public static RequestHeader Of(string name, string value) =>
        IsSecret(name) ? new RequestHeader(name, null, Secret.Of(value)) : new RequestHeader(name, value, null);

    /// <summary>Reads a header as people write one: <c>Name: value</c>.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="header">The header, when it is one.</param>
    /// <param name="problem">One sentence that says what is wrong, when it is not.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out RequestHeader? header, [NotNullWhen(false)] out string? problem)
    {
        var colon = (text ?? "").IndexOf(':', StringComparison.Ordinal);
        header = colon < 0 ? null : Of(text![..colon].Trim(), text[(colon + 1)..].Trim());

        // What was typed may hold a secret, so it is not repeated.
        problem = header is null ? "A header is written as 'Name: value'; no colon was found." : LookProblems.Of(header);
        return problem is null;
    }
}
