using System.Security.Cryptography;
using System.Text;

namespace UptimeSquirrel.Accounts;

/// <summary>How users are named and found.</summary>
public static class UserKey
{
    /// <summary>The most letters of a name.</summary>
    public const int LongestName = 100;

    private const string Prefix = "user:";

    // With the prefix 61 characters: a passkey holds the key of its user in at most 64.
    private const int HashBytes = 28;

    /// <summary>The key of the grain of the user with this name, however it is spelled.</summary>
    /// <remarks>Derived from the name, so that a name is taken once without an index; a hash, so that the key holds nothing that storage stumbles over.</remarks>
    public static string Of(string name) => Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Normalize(name))).AsSpan(0, HashBytes));

    /// <summary>Whether this may be such a key; anything else is nobody's.</summary>
    public static bool IsKey(string text) =>
        text.Length == Prefix.Length + (2 * HashBytes) && text.StartsWith(Prefix, StringComparison.Ordinal) &&
        text[Prefix.Length..].All(char.IsAsciiHexDigitLower);

    /// <summary>The one spelling under which a name is compared.</summary>
    public static string Normalize(string name) => name.Trim().Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    /// <summary>Whether this can be a user's name: 1 to 100 letters, digits, <c>.</c>, <c>-</c>, <c>_</c>, <c>+</c> and <c>@</c>.</summary>
    public static bool IsName(string? name) =>
        name is { Length: >= 1 and <= LongestName } && name.All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or '+' or '@');
}
