using System.Security.Cryptography;
using System.Text;

namespace UptimeSquirrel.Grains.StatusPages;

/// <summary>What websites and outages are called on a page: always the same, and nobody can tell from it what it is.</summary>
internal static class PageKeyRules
{
    private const int Bytes = 6;

    public static string Of(string salt, string what) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(salt), Encoding.UTF8.GetBytes(what)).AsSpan(0, Bytes));
}
