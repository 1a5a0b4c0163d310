using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace UptimeSquirrel.Probing;

/// <summary>Says what is wrong with a certificate, so that "its certificate ..." becomes a sentence.</summary>
internal static class CertificateProblems
{
    private const int NamesShown = 3;

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
        var alternatives = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().ToList();
        string[] names =
        [
            .. alternatives.SelectMany(extension => extension.EnumerateDnsNames()),
            .. alternatives.SelectMany(extension => extension.EnumerateIPAddresses()).Select(address => address.ToString()),
        ];
        if (names.Length == 0)
            names = [certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false)];
        var shown = string.Join(", ", names.Take(NamesShown).Select(name => CleanText.Of(name, 80)));
        return names.Length <= NamesShown ? shown : $"{shown} and {names.Length - NamesShown} more";
    }

    private static string Day(DateTime moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
