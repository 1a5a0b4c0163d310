using System.Buffers.Text;
using System.Security.Cryptography;

namespace UptimeSquirrel.Adapters.Channels.WebPush;

/// <summary>Keys on the curve P-256 as Web Push writes them: a point is 65 bytes beginning with 4, a private key 32, both in base64url.</summary>
internal static class P256
{
    public const int PointSize = 65;
    private const int NumberSize = 32;

    public static byte[] Point(ECParameters key) => [4, .. key.Q.X!, .. key.Q.Y!];

    public static ECParameters Parameters(byte[] point) => new()
    {
        Curve = ECCurve.NamedCurves.nistP256,
        Q = { X = point[1..(1 + NumberSize)], Y = point[(1 + NumberSize)..] },
    };

    /// <summary>A private key; its public half is worked out.</summary>
    public static ECParameters PrivateParameters(byte[] number) => new() { Curve = ECCurve.NamedCurves.nistP256, D = number };

    public static bool IsPoint(string text)
    {
        if (Bytes(text) is not { Length: PointSize } point || point[0] != 4)
            return false;
        try
        {
            using var key = ECDiffieHellman.Create(Parameters(point));
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    public static bool IsPrivateKey(string text)
    {
        if (Bytes(text) is not { Length: NumberSize } number)
            return false;
        try
        {
            using var key = ECDsa.Create(PrivateParameters(number));
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>The bytes of a base64url text; null when it is none.</summary>
    public static byte[]? Bytes(string text)
    {
        try
        {
            return Base64Url.DecodeFromChars(text.TrimEnd('='));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
