using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>The encryption handshake. Ours and not the handler's, so that a bad certificate is told from a broken handshake.</summary>
internal sealed class TlsHandshake(TimeProvider time, X509Certificate2Collection? trustedRoots)
{
    private static readonly List<SslApplicationProtocol> Http11Only = [SslApplicationProtocol.Http11];
    private static readonly List<SslApplicationProtocol> Http2OrHttp11 = [SslApplicationProtocol.Http2, SslApplicationProtocol.Http11];

    public static List<SslApplicationProtocol> ForWeb(Look look) => look.IsHttp11Only ? Http11Only : Http2OrHttp11;

    /// <param name="connection">What to encrypt.</param>
    /// <param name="host">Whom the certificate has to be for.</param>
    /// <param name="look">The look it is a part of.</param>
    /// <param name="protocols">What to offer to speak; null = nothing, as mail programs do.</param>
    public async Task<Connection> ShakeAsync(Stream connection, string host, Look look, List<SslApplicationProtocol>? protocols)
    {
        var encrypted = new SslStream(connection);
        try
        {
            await encrypted.AuthenticateAsClientAsync(Options(host, look, protocols), look.Token);
            look.Hop?.Encrypted(encrypted);
            return new Connection(encrypted, encrypted.NegotiatedApplicationProtocol == SslApplicationProtocol.Http2);
        }
        catch (Exception e) when (e is AuthenticationException or IOException && !look.Token.IsCancellationRequested)
        {
            await encrypted.DisposeAsync();
            throw look.Failed(FailureKind.TlsFailed, FailureNames.Innermost(e));
        }
        catch
        {
            await encrypted.DisposeAsync();
            throw;
        }
    }

    private SslClientAuthenticationOptions Options(string host, Look look, List<SslApplicationProtocol>? protocols) => new()
    {
        TargetHost = host,
        ApplicationProtocols = protocols,
        CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
        CertificateChainPolicy = Policy(),
        RemoteCertificateValidationCallback = (_, certificate, chain, errors) => IsGood(certificate, chain, errors, host, look),

        // Each look meets the certificate as a new visitor would; and kept sessions of a million hosts would fill the memory.
        AllowTlsResume = false,
    };

    private X509ChainPolicy Policy()
    {
        var policy = new X509ChainPolicy
        {
            RevocationMode = X509RevocationMode.NoCheck,
            VerificationTime = time.GetUtcNow().UtcDateTime,

            // Otherwise a certificate could make us fetch any address it names, our own network's included.
            DisableCertificateDownloads = true,
        };
        if (trustedRoots is not null)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.AddRange(trustedRoots);
        }

        return policy;
    }

    private bool IsGood(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors, string host, Look look)
    {
        var leaf = certificate as X509Certificate2;
        if (leaf is not null && look.WantsCertificate)
            look.Note(CertificateReader.Read(leaf));
        if (look.Request.Settings is { IgnoresCertificate: true })
            return true;
        var problem = errors != SslPolicyErrors.None || leaf is null
            ? CertificateProblems.Describe(leaf, chain, errors, host, time.GetUtcNow())
            : CertificateProblems.Weakness(leaf);
        if (problem is null)
            return true;
        look.Fail(FailureKind.CertificateProblem, "certificate " + problem);
        return false;
    }
}
