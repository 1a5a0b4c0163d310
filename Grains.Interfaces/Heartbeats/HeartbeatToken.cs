using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace UptimeSquirrel.Websites;

/// <summary>What a job shows when it calls: which website it is, and a secret that nobody can guess (128 bits).</summary>
/// <remarks>Written as 43 letters, digits, <c>-</c> and <c>_</c>. Whoever has it can say that the job is well, and nothing else.</remarks>
/// <param name="Website">The heartbeat's id, so that a call finds its grain without a look-up.</param>
/// <param name="Secret">22 letters, digits, <c>-</c> and <c>_</c>.</param>
public readonly record struct HeartbeatToken(WebsiteId Website, string Secret)
{
    private const int Half = 16;

    /// <summary>A secret that nobody had before.</summary>
    public static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Half));

    /// <summary>Reads a token; false when it is none.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out HeartbeatToken? token)
    {
        Span<byte> bytes = stackalloc byte[2 * Half];
        token = null;
        if (text is not { Length: 43 } || Base64Url.DecodeFromChars(text, bytes, out _, out var length) != OperationStatus.Done || length != bytes.Length)
            return false;
        token = new HeartbeatToken(new WebsiteId(new Guid(bytes[..Half], bigEndian: true)), Base64Url.EncodeToString(bytes[Half..]));
        return true;
    }

    /// <summary>Whether two secrets are the same, in a time that does not tell how alike they are.</summary>
    public static bool AreSame(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(one), Encoding.ASCII.GetBytes(other));

    /// <summary>The token as a job shows it.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[2 * Half];
        Website.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        Base64Url.DecodeFromChars(Secret, bytes[Half..]);
        return Base64Url.EncodeToString(bytes);
    }
}
