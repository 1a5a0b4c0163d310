using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace UptimeSquirrel.Tests.Support.Web;

/// <summary>Certificates made in memory, each with the fault it is named for.</summary>
public static class TestCertificates
{
    private static readonly DateTimeOffset Today = new(TimeProvider.System.GetUtcNow().Date, TimeSpan.Zero);

    /// <summary>The authority that <see cref="For"/> is signed by. Trust it to make those certificates good.</summary>
    public static X509Certificate2 Authority { get; } = MakeAuthority();

    /// <summary>A good certificate, once <see cref="Authority"/> is trusted.</summary>
    public static X509Certificate2 For(params string[] names) => Issue(Authority, names, Today.AddDays(-30), Today.AddDays(30));

    /// <summary>A good certificate between these moments.</summary>
    public static X509Certificate2 Between(string name, DateTimeOffset from, DateTimeOffset to) => Issue(Authority, [name], from, to);

    public static X509Certificate2 SelfSigned(string name) => Issue(null, [name], Today.AddDays(-30), Today.AddDays(30));

    public static X509Certificate2 Expired(string name, DateTimeOffset since) => Issue(Authority, [name], Today.AddDays(-1000), since);

    public static X509Certificate2 NotYetValid(string name, DateTimeOffset until) => Issue(Authority, [name], until, Today.AddDays(3000));

    /// <summary>Signed by an authority that nobody knows.</summary>
    public static X509Certificate2 FromNobody(string name) => Issue(MakeAuthority("Nobody"), [name], Today.AddDays(-30), Today.AddDays(30));

    /// <summary>Good but for its key, if that is short.</summary>
    public static X509Certificate2 WithRsaKey(string name, int bits) => IssueRsa(Authority, name, bits);

    /// <summary>Good but for the way it is signed.</summary>
    public static X509Certificate2 SignedWithSha1(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        Name(request, [name]);
        using var bare = request.Create(Authority.SubjectName, new Sha1Signature(Authority.GetECDsaPrivateKey()!), Today.AddDays(-30), Today.AddDays(30), Guid.NewGuid().ToByteArray());
        return Usable(bare.CopyWithPrivateKey(key));
    }

    private static X509Certificate2 MakeAuthority(string name = "Squirrel Test Authority")
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(Today.AddDays(-2000), Today.AddDays(4000));
    }

    private static X509Certificate2 IssueRsa(X509Certificate2 issuer, string name, int bits)
    {
        using var key = RSA.Create(bits);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        Name(request, [name]);
        var signer = X509SignatureGenerator.CreateForECDsa(issuer.GetECDsaPrivateKey()!);
        using var bare = request.Create(issuer.SubjectName, signer, Today.AddDays(-30), Today.AddDays(30), Guid.NewGuid().ToByteArray());
        return Usable(bare.CopyWithPrivateKey(key));
    }

    private static X509Certificate2 Issue(X509Certificate2? issuer, string[] names, DateTimeOffset from, DateTimeOffset to)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={names[0]}", key, HashAlgorithmName.SHA256);
        Name(request, names);
        if (issuer is null)
            return Usable(request.CreateSelfSigned(from, to));
        using var bare = request.Create(issuer, from, to, Guid.NewGuid().ToByteArray());
        return Usable(bare.CopyWithPrivateKey(key));
    }

    private static void Name(CertificateRequest request, string[] names)
    {
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
        {
            if (IPAddress.TryParse(name, out var address))
                alternatives.AddIpAddress(address);
            else
                alternatives.AddDnsName(name);
        }

        request.CertificateExtensions.Add(alternatives.Build());
    }

    /// <summary>The platform rightly refuses to sign like this by itself.</summary>
    private sealed class Sha1Signature(ECDsa key) : X509SignatureGenerator
    {
        public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm) => [0x30, 0x09, 0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x01];

        public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm) => key.SignData(data, HashAlgorithmName.SHA1, DSASignatureFormat.Rfc3279DerSequence);

        protected override PublicKey BuildPublicKey() => new(key);
    }

    // Some platforms only take a key that came out of a file.
    private static X509Certificate2 Usable(X509Certificate2 certificate) =>
        X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
}
