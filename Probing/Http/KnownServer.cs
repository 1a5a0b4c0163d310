using System.Security.Cryptography.X509Certificates;

namespace UptimeSquirrel.Probing;

/// <summary>What is remembered of a server after a full handshake in which its certificate was found good.</summary>
/// <param name="VerifiedAt">When that was.</param>
/// <param name="Certificate">What it showed.</param>
internal sealed record KnownServer(DateTimeOffset VerifiedAt, VerifiedCertificate Certificate)
{
    /// <summary>How long it is enough to recognise a server.</summary>
    public static readonly TimeSpan KnownFor = TimeSpan.FromHours(1);

    /// <summary>What it showed before that one, which a resumed session may still come from; null when that is not known.</summary>
    public VerifiedCertificate? Earlier { get; init; }

    /// <summary>No session is resumed before this moment, because it went wrong.</summary>
    public DateTimeOffset ResumesFrom { get; init; }

    /// <summary>Whether enough is known for a session to be resumed, and for a certificate to be recognised instead of verified.</summary>
    public bool WillDo(DateTimeOffset now) => WasVerifiedWithin(KnownFor, now) && now >= ResumesFrom && now <= Certificate.EndsAt;

    /// <summary>Whether it has not been met since it was to be verified again, though there was as much time for that. Then others have its place.</summary>
    public bool IsLost(DateTimeOffset now) => !WasVerifiedWithin(2 * KnownFor, now);

    public bool Recognises(X509Certificate2 leaf, DateTimeOffset now) => Certificate.Is(leaf, now) || (Earlier?.Is(leaf, now) ?? false);

    /// <summary>What is known after one more full handshake.</summary>
    public KnownServer After(VerifiedCertificate certificate, DateTimeOffset now) => new(now, certificate)
    {
        Earlier = certificate == Certificate ? Earlier : Certificate,
        ResumesFrom = ResumesFrom,
    };

    // In the future is where a clock that was wrong puts it.
    private bool WasVerifiedWithin(TimeSpan time, DateTimeOffset now) => now >= VerifiedAt && now - VerifiedAt < time;
}
