using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace UptimeSquirrel.Adapters.Email;

/// <summary>Says what is wrong with a mail server's certificate, and what to do.</summary>
internal static class SmtpCertificate
{
    private const string Remedy =
        "Give the mail server a certificate for this name from an issuer that this machine trusts, or add its issuer to this machine's trusted certificates.";

    /// <summary>The problem in a sentence; null when there is none.</summary>
    public static string? Explain(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors, string host)
    {
        if (errors == SslPolicyErrors.None)
            return null;
        var faults = new List<string>();
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable) || certificate is null)
            faults.Add("it showed none");
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            faults.Add($"it is made out to {Names(certificate)}, not to {host}");
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors))
            faults.AddRange(ChainFaults(certificate, chain));
        return $"The certificate of the mail server {host} was not accepted: {string.Join("; ", faults)}. {Remedy}";
    }

    private static IEnumerable<string> ChainFaults(X509Certificate? certificate, X509Chain? chain)
    {
        var status = (chain?.ChainStatus ?? []).Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status);
        if (status.HasFlag(X509ChainStatusFlags.NotTimeValid) && certificate is X509Certificate2 dated)
            yield return $"it is valid from {Day(dated.NotBefore)} to {Day(dated.NotAfter)} only";
        if (status.HasFlag(X509ChainStatusFlags.UntrustedRoot) || status.HasFlag(X509ChainStatusFlags.PartialChain))
            yield return certificate is { } shown && shown.Issuer == shown.Subject
                ? "it is self-signed and not trusted here"
                : $"its issuer {certificate?.Issuer} is not trusted here, or the server does not send the certificates in between";
        var others = status & ~(X509ChainStatusFlags.NotTimeValid | X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain);
        if (others != X509ChainStatusFlags.NoError || status == X509ChainStatusFlags.NoError)
            yield return $"its chain is not good ({others})";
    }

    private static string Names(X509Certificate? certificate)
    {
        if (certificate is not X509Certificate2 full)
            return "another name";
        var names = full.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(extension => extension.EnumerateDnsNames()).ToList();
        return names.Count > 0 ? string.Join(", ", names.Take(5)) : full.Subject;
    }

    private static string Day(DateTime at) => at.ToUniversalTime().ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
