using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace UptimeSquirrel.Web.Access.Keys;

/// <summary>How the key of a program is written: <c>usq_</c> and 43 letters, digits, <c>-</c> and <c>_</c>, which are 256 random bits.</summary>
internal static class KeyText
{
    private const string Prefix = "usq_";
    private const int SecretBytes = 32;
    private const int SecretLength = 43;
    private const int IdLength = 8;

    public static string New() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>Whether this may be a key, so that nobody is asked about anything else.</summary>
    public static bool IsKey(string text) => text.Length == Prefix.Length + SecretLength && text.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>What names the key where it is not shown. 208 of its bits stay unknown.</summary>
    public static string IdOf(string key) => key.Substring(Prefix.Length, IdLength);

    /// <summary>The first letters of the key with this id.</summary>
    public static string BeginningOf(string id) => Prefix + id;

    /// <summary>What is kept of it. As it is random, nobody can try out all of them, and a slow hash would only slow down every call.</summary>
    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
