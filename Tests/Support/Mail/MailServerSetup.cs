using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace UptimeSquirrel.Tests.Support.Mail;

/// <summary>How the server under test is set up. The default takes every mail, without encryption or log-in.</summary>
public sealed record MailServerSetup
{
    /// <summary>Where it listens.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Offers STARTTLS with this certificate.</summary>
    public X509Certificate2? StartTls { get; init; }

    /// <summary>Speaks TLS from the first byte with this certificate.</summary>
    public X509Certificate2? Tls { get; init; }

    /// <summary>Takes mail only after a log-in with this name and password.</summary>
    public (string User, string Password)? LogIn { get; init; }
}
