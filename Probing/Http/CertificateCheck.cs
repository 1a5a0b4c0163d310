using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>Judges the certificate of one handshake.</summary>
/// <param name="host">Whom the certificate has to be for.</param>
/// <param name="look">The look it is a part of.</param>
/// <param name="known">What is known of the server: then its certificate only has to be recognised. Null = verify it.</param>
/// <param name="time">The clock that dates are compared with.</param>
internal sealed class CertificateCheck(string host, Look look, KnownServer? known, TimeProvider time)
{
    /// <summary>What was verified and found good; null when nothing was.</summary>
    public VerifiedCertificate? Verified { get; private set; }

    public bool IsGood(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        var leaf = certificate as X509Certificate2;

        // The platform shows the certificate of the session it resumed, whoever's look that session comes from.
        if (known is not null)
            return leaf is not null && known.Recognises(leaf, time.GetUtcNow());
        if (leaf is not null && look.WantsCertificate)
            look.Note(CertificateReader.Read(leaf));
        if (look.Request.Settings is { IgnoresCertificate: true })
            return true;
        var problem = errors != SslPolicyErrors.None || leaf is null
            ? CertificateProblems.Describe(leaf, chain, errors, host, time.GetUtcNow())
            : CertificateProblems.Weakness(leaf);
        if (problem is not null)
            look.Fail(FailureKind.CertificateProblem, "certificate " + problem);
        else
            Verified = VerifiedCertificate.Of(leaf!, chain);
        return problem is null;
    }
}
