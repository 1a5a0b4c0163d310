using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace UptimeSquirrel.Benchmarks.Probe;

/// <summary>A certificate for every website of the benchmarks, with an authority of its own between it and the root, as on the web.</summary>
internal static class TargetCertificate
{
    public const string P256 = "p256";
    public const string Rsa = "rsa";

    /// <summary>What the names of the websites end with.</summary>
    public const string Domain = "target.example";

    private static readonly DateTimeOffset _today = new(TimeProvider.System.GetUtcNow().Date, TimeSpan.Zero);

    /// <param name="keys">P-256 or RSA of 2,048 bits, for all three.</param>
    public static (X509Certificate2 Root, SslStreamCertificateContext Shown) Make(string keys)
    {
        using var rootKey = Key.New(keys);
        using var authorityKey = Key.New(keys);
        using var key = Key.New(keys);
        var root = Authority("CN=Benchmark Root", rootKey).Create(new X500DistinguishedName("CN=Benchmark Root"), rootKey.Signer, _today.AddDays(-9), _today.AddDays(9), [1]);
        var authority = Authority("CN=Benchmark Authority", authorityKey).Create(root.SubjectName, rootKey.Signer, _today.AddDays(-8), _today.AddDays(8), [2]);

        var request = key.Request("CN=" + Domain);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("*." + Domain);
        request.CertificateExtensions.Add(names.Build());
        using var bare = request.Create(authority.SubjectName, authorityKey.Signer, _today.AddDays(-7), _today.AddDays(7), [3]);
        return (root, SslStreamCertificateContext.Create(key.With(bare), [authority], offline: true));
    }

    private static CertificateRequest Authority(string name, Key key)
    {
        var request = key.Request(name);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        return request;
    }

    private sealed record Key(ECDsa? Curve, RSA? Primes) : IDisposable
    {
        public X509SignatureGenerator Signer => Curve is not null ? X509SignatureGenerator.CreateForECDsa(Curve) : X509SignatureGenerator.CreateForRSA(Primes!, RSASignaturePadding.Pkcs1);

        public static Key New(string keys) => keys == Rsa ? new Key(null, RSA.Create(2048)) : new Key(ECDsa.Create(ECCurve.NamedCurves.nistP256), null);

        public CertificateRequest Request(string name) => Curve is not null
            ? new CertificateRequest(name, Curve, HashAlgorithmName.SHA256)
            : new CertificateRequest(name, Primes!, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

        public X509Certificate2 With(X509Certificate2 bare) => Curve is not null ? bare.CopyWithPrivateKey(Curve) : bare.CopyWithPrivateKey(Primes!);

        public void Dispose()
        {
            Curve?.Dispose();
            Primes?.Dispose();
        }
    }
}
