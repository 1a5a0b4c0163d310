using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace UptimeSquirrel.Tests.Web.Support;

/// <summary>An authenticator app (RFC 6238).</summary>
internal static class Totp
{
    /// <summary>The code for now, from the key as the page shows it.</summary>
    public static string Now(string key)
    {
        Span<byte> step = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // What every app does, by the RFC.
        var hash = HMACSHA1.HashData(FromBase32(key.ToUpperInvariant()), step.ToArray());
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.TrimEnd('=').Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(chunk => chunk.Length == 8).Select(chunk => Convert.ToByte(new string(chunk), 2))];
    }
}
