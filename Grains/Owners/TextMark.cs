using System.Security.Cryptography;
using System.Text;

namespace UptimeSquirrel.Grains.Owners;

/// <summary>A short name made of a text: the same for the same text, and nothing can be read from it.</summary>
internal static class TextMark
{
    /// <summary>So many bytes of it, in hexadecimal digits.</summary>
    public static string Of(string text, int bytes) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, bytes));
}
