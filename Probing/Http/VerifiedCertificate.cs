using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace UptimeSquirrel.Probing;

/// <summary>A certificate that was found good, told from every other one by its SHA-256 in two halves.</summary>
/// <param name="Upper">The first half.</param>
/// <param name="Lower">The second half.</param>
/// <param name="EndsAt">When it, or the first of those that vouch for it, is no longer valid.</param>
internal readonly record struct VerifiedCertificate(UInt128 Upper, UInt128 Lower, DateTimeOffset EndsAt)
{
    public static VerifiedCertificate Of(X509Certificate2 leaf, X509Chain? chain)
    {
        var (upper, lower) = Fingerprint(leaf);
        var endsAt = leaf.NotAfter.ToUniversalTime();
        foreach (var element in chain?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
            if (element.Certificate.NotAfter.ToUniversalTime() is var end && end < endsAt)
                endsAt = end;
        return new VerifiedCertificate(upper, lower, endsAt);
    }

    /// <summary>Whether it is this one, and still valid.</summary>
    public bool Is(X509Certificate2 leaf, DateTimeOffset now) => now <= EndsAt && Fingerprint(leaf) == (Upper, Lower);

    private static (UInt128 Upper, UInt128 Lower) Fingerprint(X509Certificate2 leaf)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(leaf.RawDataMemory.Span, hash);
        return (BinaryPrimitives.ReadUInt128BigEndian(hash), BinaryPrimitives.ReadUInt128BigEndian(hash[16..]));
    }
}
