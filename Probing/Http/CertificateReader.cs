using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>Reads what a certificate says of itself.</summary>
internal static class CertificateReader
{
    private const int MaximumNames = 100;
    private const int MaximumText = 80;

    public static CertificateFacts Read(X509Certificate2 certificate) => new()
    {
        Subject = Text(certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false)),
        Issuer = Text(certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: true)),
        Names = Names(certificate),
        NotBefore = certificate.NotBefore.ToUniversalTime(),
        NotAfter = certificate.NotAfter.ToUniversalTime(),
    };

    /// <summary>The names it is good for; the subject's where it names none.</summary>
    public static IReadOnlyList<string> Names(X509Certificate2 certificate)
    {
        try
        {
            var alternatives = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().ToList();
            var names = alternatives.SelectMany(extension => extension.EnumerateDnsNames())
                .Concat(alternatives.SelectMany(extension => extension.EnumerateIPAddresses()).Select(address => address.ToString()))
                .Take(MaximumNames).Select(Text).ToArray();
            return names.Length > 0 ? names : [Text(certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false))];
        }
        catch (CryptographicException)
        {
            // A list that cannot be read names nobody.
            return [];
        }
    }

    private static string Text(string text) => CleanText.Of(text, MaximumText);
}
