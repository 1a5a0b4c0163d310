using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Sites.Declaring;

/// <summary>How an owner is to be told. What is null, or not spoken of, stays as it is.</summary>
/// <param name="Id">Who.</param>
/// <param name="Place">Where that is said.</param>
internal sealed record DeclaredOwner(OwnerId Id, string Place)
{
    public IReadOnlyList<EmailAddress>? Emails { get; init; }

    public IReadOnlyList<DeclaredChannel>? Channels { get; init; }

    public IReadOnlyList<DeclaredWindow>? Windows { get; init; }

    public bool SpeaksOfQuietHours { get; init; }

    /// <summary>Null = none.</summary>
    public QuietHours? QuietHours { get; init; }

    public bool SpeaksOfDigestWindow { get; init; }

    /// <summary>Null = the installation's.</summary>
    public TimeSpan? DigestWindow { get; init; }

    public bool SpeaksOfReport { get; init; }

    /// <summary>Null = none.</summary>
    public ReportPlan? Report { get; init; }
}
