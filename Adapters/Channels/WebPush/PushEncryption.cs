using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace UptimeSquirrel.Adapters.Channels.WebPush;

/// <summary>Encrypts a message so that only one browser can read it: RFC 8291, in one record of the encoding of RFC 8188 (aes128gcm).</summary>
internal static class PushEncryption
{
    private const int SaltSize = 16;
    private const int TagSize = 16;
    private const int RecordSize = 4096;

    /// <summary>The longest message that fits into the one record push services must take: less header, delimiter and tag.</summary>
    public const int LongestMessage = RecordSize - SaltSize - 4 - 1 - P256.PointSize - 1 - TagSize;

    /// <summary>Encrypts with a key and a salt of this message alone.</summary>
    public static byte[] Encrypt(byte[] message, byte[] receiver, byte[] secret)
    {
        using var sender = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return Encrypt(message, receiver, secret, sender, RandomNumberGenerator.GetBytes(SaltSize));
    }

    /// <summary>Encrypts with a given key and salt, which must be used once only.</summary>
    /// <param name="message">What to say.</param>
    /// <param name="receiver">The subscription's public key (<c>p256dh</c>).</param>
    /// <param name="secret">The subscription's secret (<c>auth</c>).</param>
    /// <param name="sender">Our key.</param>
    /// <param name="salt">16 random bytes.</param>
    public static byte[] Encrypt(byte[] message, byte[] receiver, byte[] secret, ECDiffieHellman sender, byte[] salt)
    {
        var senderPoint = P256.Point(sender.ExportParameters(includePrivateParameters: false));
        using var receiverKey = ECDiffieHellman.Create(P256.Parameters(receiver));
        var shared = sender.DeriveRawSecretAgreement(receiverKey.PublicKey);

        byte[] keyInfo = [.. "WebPush: info\0"u8, .. receiver, .. senderPoint];
        var input = HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, 32, secret, keyInfo);
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, input, 16, salt, Encoding.ASCII.GetBytes("Content-Encoding: aes128gcm\0"));
        var nonce = HKDF.DeriveKey(HashAlgorithmName.SHA256, input, 12, salt, Encoding.ASCII.GetBytes("Content-Encoding: nonce\0"));

        // A 2 after the message says that this is the last record.
        byte[] plain = [.. message, 2];
        var encrypted = new byte[plain.Length];
        var tag = new byte[TagSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce, plain, encrypted, tag);

        var recordSize = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(recordSize, RecordSize);
        return [.. salt, .. recordSize, (byte)senderPoint.Length, .. senderPoint, .. encrypted, .. tag];
    }
}
