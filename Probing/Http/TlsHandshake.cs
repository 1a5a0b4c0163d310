using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Probing;

/// <summary>The encryption handshake. Ours and not the handler's, so that a bad certificate is told from a broken handshake.</summary>
/// <remarks>
/// A server whose certificate was verified within the hour is only recognised: the session of an earlier look is resumed, if the server agrees, and no chain
/// of authorities is built (decision 32).
/// </remarks>
internal sealed class TlsHandshake(TimeProvider time, X509Certificate2Collection? trustedRoots, KnownServers servers)
{
    private static readonly List<SslApplicationProtocol> Http11Only = [SslApplicationProtocol.Http11];
    private static readonly List<SslApplicationProtocol> Http2OrHttp11 = [SslApplicationProtocol.Http2, SslApplicationProtocol.Http11];

    public static List<SslApplicationProtocol> ForWeb(Look look) => look.IsHttp11Only ? Http11Only : Http2OrHttp11;

    /// <param name="connection">What to encrypt.</param>
    /// <param name="server">Whom the certificate has to be for.</param>
    /// <param name="look">The look it is a part of.</param>
    /// <param name="protocols">What to offer to speak; null = nothing, as mail programs do.</param>
    public async Task<Connection> ShakeAsync(Stream connection, ServerName server, Look look, List<SslApplicationProtocol>? protocols)
    {
        var known = NeedsCertificate(look) ? null : servers.Find(server);
        look.ReliesOnEarlierLooks = known is not null;
        var check = new CertificateCheck(server.Host, look, known, time);
        var encrypted = new SslStream(connection);
        try
        {
            await encrypted.AuthenticateAsClientAsync(Options(server.Host, check, protocols, isKnown: known is not null), look.Token);
            if (check.Verified is { } verified && look.Request.Url.Kind == WebsiteKind.Website)
                servers.Remember(server, verified);
            look.Hop?.Encrypted(encrypted);
            return new Connection(encrypted, encrypted.NegotiatedApplicationProtocol == SslApplicationProtocol.Http2);
        }
        catch (Exception e) when (e is AuthenticationException or IOException && known is null && !look.Token.IsCancellationRequested)
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

    // A session of a look that takes any certificate is never kept, and such a look never relies on what others verified: neither is of use to the other.
    // What changes something is not sent twice, so it must not depend on a session that may turn out to be of no use.
    private static bool NeedsCertificate(Look look) =>
        look.WantsCertificate || look.NeedsFullHandshake || look.Request.Settings is { IgnoresCertificate: true } || !LookRules.IsHarmless(look.Request.Method);

    private SslClientAuthenticationOptions Options(string host, CertificateCheck check, List<SslApplicationProtocol>? protocols, bool isKnown) => new()
    {
        TargetHost = host,
        ApplicationProtocols = protocols,
        CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
        CertificateChainPolicy = isKnown ? Untrusting() : Policy(),
        RemoteCertificateValidationCallback = check.IsGood,
        AllowTlsResume = isKnown,
    };

    // The platform builds a chain in any case. With nobody to trust that is done soon, and what comes of it is not asked for.
    private static X509ChainPolicy Untrusting() => new()
    {
        RevocationMode = X509RevocationMode.NoCheck,
        DisableCertificateDownloads = true,
        TrustMode = X509ChainTrustMode.CustomRootTrust,
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
}
