using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace UptimeSquirrel.Tests.Web.Support;

/// <summary>A passkey as a phone has one (WebAuthn, ES256, no attestation), with its user present and verified.</summary>
internal sealed class SoftPasskey(string origin) : IDisposable
{
    private const byte PresentAndVerified = 0x05;
    private const byte WithKey = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(16);
    private string _userHandle = "";

    /// <summary>What a browser sends when it was asked to make one.</summary>
    public string Create(JsonElement options)
    {
        _userHandle = options.GetProperty("user").GetProperty("id").GetString()!;
        var point = _key.ExportParameters(false).Q;
        byte[] publicKey = [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 32, .. point.X!, 0x22, 0x58, 32, .. point.Y!];
        byte[] data = [.. Header(options.GetProperty("rp").GetProperty("id").GetString()!, PresentAndVerified | WithKey, count: 0), .. new byte[16], 0, (byte)_id.Length, .. _id, .. publicKey];
        byte[] attestation = [0xa3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xa0, 0x68, .. "authData"u8, 0x58, (byte)data.Length, .. data];
        return Write(new
        {
            clientDataJSON = Encode(ClientData("webauthn.create", options)),
            attestationObject = Encode(attestation),
            transports = new[] { "internal" },
        });
    }

    /// <summary>What a browser sends when it was asked to show one.</summary>
    public string Show(JsonElement options, uint count)
    {
        var data = Header(options.GetProperty("rpId").GetString()!, PresentAndVerified, count);
        var client = ClientData("webauthn.get", options);
        byte[] signed = [.. data, .. SHA256.HashData(client)];
        return Write(new
        {
            clientDataJSON = Encode(client),
            authenticatorData = Encode(data),
            signature = Encode(_key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
            userHandle = _userHandle,
        });
    }

    public void Dispose() => _key.Dispose();

    private static byte[] Header(string server, int flags, uint count)
    {
        var header = new byte[37];
        SHA256.HashData(Encoding.UTF8.GetBytes(server), header);
        header[32] = (byte)flags;
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(33), count);
        return header;
    }

    private static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);

    private byte[] ClientData(string type, JsonElement options) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type, challenge = options.GetProperty("challenge").GetString(), origin, crossOrigin = false });

    private string Write(object response) => JsonSerializer.Serialize(new
    {
        id = Encode(_id),
        rawId = Encode(_id),
        type = "public-key",
        authenticatorAttachment = "platform",
        clientExtensionResults = new { },
        response,
    });
}
