using UptimeSquirrel.Checks;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Warnings;

/// <summary>What a look saw beside whether the website is up.</summary>
internal readonly record struct WarningSigns
{
    public required DateTimeOffset At { get; init; }
    public required TimeSpan Took { get; init; }
    public required bool IsHealthy { get; init; }
    public required bool CouldNotLook { get; init; }

    /// <summary>The host that was asked last; redirects may have led elsewhere.</summary>
    public string Host { get; init; }

    /// <summary>The certificate it showed, if that was read and found good.</summary>
    public CertificateFacts? Certificate { get; init; }

    /// <summary>What its registry says, if that was asked for and is known.</summary>
    public DomainExpiry? Domain { get; init; }

    public static WarningSigns Of(WebsiteUrl url, CheckResult result, Verdict verdict) => new()
    {
        At = result.At,
        Took = result.Took,
        IsHealthy = verdict.IsHealthy,
        CouldNotLook = verdict.CouldNotLook,

        // A certificate that was refused is told by the check that fails, whatever its date.
        Certificate = result.Failure == FailureKind.None ? result.Certificate : null,
        Host = result.Certificate is null ? "" : (result.FinalUrl is { } final ? new Uri(final) : url.ToUri()).Host,
    };
}

/// <summary>When a domain expires.</summary>
/// <param name="Name">The registered domain.</param>
/// <param name="ExpiresAt">When, UTC.</param>
internal sealed record DomainExpiry(string Name, DateTimeOffset ExpiresAt);

/// <summary>When to warn.</summary>
/// <param name="DaysBefore">How many days before something expires.</param>
/// <param name="LooksNeeded">After how many slow looks in a row.</param>
internal sealed record WarningTerms(IReadOnlyList<int> DaysBefore, int LooksNeeded);
