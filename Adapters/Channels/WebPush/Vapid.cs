using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace UptimeSquirrel.Adapters.Channels.WebPush;

/// <summary>Says to a push service who sends: RFC 8292, a JWT signed with ES256.</summary>
internal static class Vapid
{
    // A day is the most that push services accept.
    private static readonly TimeSpan _validFor = TimeSpan.FromHours(12);

    /// <summary>The parameter of the Authorization scheme <c>vapid</c>.</summary>
    /// <param name="endpoint">Where the message goes.</param>
    /// <param name="subject">How the push service can reach us: a mailto: or https: address.</param>
    /// <param name="privateKey">Our key.</param>
    /// <param name="now">The time.</param>
    public static string Authorization(Uri endpoint, string subject, byte[] privateKey, DateTimeOffset now)
    {
        using var key = ECDsa.Create(P256.PrivateParameters(privateKey));
        var header = Part(new { typ = "JWT", alg = "ES256" });
        var claims = Part(new { aud = endpoint.GetLeftPart(UriPartial.Authority), exp = (now + _validFor).ToUnixTimeSeconds(), sub = subject });
        var content = $"{header}.{claims}";
        var signature = key.SignData(System.Text.Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return $"t={content}.{Base64Url.EncodeToString(signature)}, k={Base64Url.EncodeToString(P256.Point(key.ExportParameters(false)))}";
    }

    private static string Part(object json) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(json));
}
