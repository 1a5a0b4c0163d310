using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace UptimeSquirrel.Probing;

/// <summary>Says what is wrong with a certificate, so that "its certificate ..." becomes a sentence.</summary>
internal static class CertificateProblems
{
    private const int NamesShown = 3;
    private const string Rsa = "1.2.840.113549.1.1.1";
    private const string Md5WithRsa = "1.2.840.113549.1.1.4";
    private const string Sha1WithRsa = "1.2.840.113549.1.1.5";
    private const string Sha1WithEcdsa = "1.2.840.10045.4.1";

    public static string Describe(X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors, string host, DateTimeOffset now)
    {
        if (certificate is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
            return "is missing";

        // The most common first, and the one that explains the others: an expired certificate is often self-signed, too.
        if (now > certificate.NotAfter.ToUniversalTime())
            return "expired on " + Day(certificate.NotAfter);
        if (now < certificate.NotBefore.ToUniversalTime())
            return "is not valid before " + Day(certificate.NotBefore);
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            return $"is for {Names(certificate)}, not for {host}";
        return DescribeTrust(certificate, Flags(chain));
    }

    /// <summary>What makes browsers refuse a certificate that is in order otherwise; null when nothing does.</summary>
    public static string? Weakness(X509Certificate2 certificate)
    {
        if (certificate.SignatureAlgorithm.Value is Sha1WithRsa or Sha1WithEcdsa or Md5WithRsa)
            return "is signed by way of SHA-1 or MD5, which can be forged";

        // A modulus of 2,048 bits alone has 256 bytes.
        var isWeak = certificate.PublicKey.Oid.Value == Rsa && certificate.PublicKey.EncodedKeyValue.RawData.Length <= 256;
        return isWeak ? "has an RSA key of fewer than 2048 bits, which can be broken" : null;
    }

    private static string DescribeTrust(X509Certificate2 certificate, X509ChainStatusFlags flags)
    {
        var issuer = CleanText.Of(certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: true), 80);
        if (certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData))
            return "is self-signed";
        if (flags.HasFlag(X509ChainStatusFlags.NotTimeValid))
            return $"was issued by '{issuer}', whose own certificate is expired or not valid yet";
        if (flags.HasFlag(X509ChainStatusFlags.PartialChain))
            return $"cannot be traced to a trusted authority: the server does not send the certificate of its issuer '{issuer}', or nobody trusts it";
        if (flags.HasFlag(X509ChainStatusFlags.UntrustedRoot))
            return $"comes from '{issuer}', an authority that is not trusted";
        return $"is not valid ({flags})";
    }

    private static X509ChainStatusFlags Flags(X509Chain? chain) =>
        (chain?.ChainStatus ?? []).Aggregate(X509ChainStatusFlags.NoError, (flags, status) => flags | status.Status);

    private static string Names(X509Certificate2 certificate)
    {
        var names = CertificateReader.Names(certificate);
        var shown = string.Join(", ", names.Take(NamesShown));
        return names.Count <= NamesShown ? shown : $"{shown} and {names.Count - NamesShown} more";
    }

    private static string Day(DateTime moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
