namespace UptimeSquirrel.Checks;

/// <summary>What one look at a website saw: facts only. Whether that is good or bad is for the verdict to say.</summary>
[GenerateSerializer, Immutable, Alias("uptime.check-result")]
public sealed record CheckResult
{
    /// <summary>When the look began, UTC.</summary>
    [Id(0)]
    public required DateTimeOffset At { get; init; }

    /// <summary>How long it took, from looking up the name to the last header of the final answer, or to the last of its page that was needed.</summary>
    [Id(1)]
    public required TimeSpan Took { get; init; }

    /// <summary>The final HTTP status; null when there was no answer.</summary>
    [Id(2)]
    public int? StatusCode { get; init; }

    /// <summary>The words after the status as the server sent them, cut to 100 characters; often null.</summary>
    [Id(3)]
    public string? StatusText { get; init; }

    /// <summary>Why there was no answer of the website; <see cref="FailureKind.None"/> when there was one, whatever its status.</summary>
    [Id(4)]
    public FailureKind Failure { get; init; }

    /// <summary>The technical cause of a failure, for example <c>NXDOMAIN</c>; null when there is none to tell.</summary>
    [Id(5)]
    public string? Detail { get; init; }

    /// <summary>How the last request was sent.</summary>
    [Id(6)]
    public CheckMethod Method { get; init; }

    /// <summary>Whether HEAD failed where GET did well, so that the next look should start with GET.</summary>
    [Id(7)]
    public bool RefusedHead { get; init; }

    /// <summary>Where redirects led; null when there were none.</summary>
    [Id(8)]
    public string? FinalUrl { get; init; }

    /// <summary>The address connected to last; null when there was no connection.</summary>
    [Id(9)]
    public string? ConnectedTo { get; init; }

    /// <summary>The host a failure is about, which after redirects is not the website's own; null when there was an answer.</summary>
    [Id(10)]
    public string? Host { get; init; }

    /// <summary>Where the time went.</summary>
    [Id(11)]
    public PhaseTimes Times { get; init; }

    /// <summary>The addresses that no connection came about with, in the order in which that was known; nearly always empty.</summary>
    [Id(12)]
    public IReadOnlyList<AddressAttempt> FailedAddresses { get; init; } = [];

    /// <summary>Whether a redirect led from https to http, where anybody on the way can read along.</summary>
    [Id(13)]
    public bool IsDowngraded { get; init; }

    /// <summary>The last certificate that was shown; null unless it was asked for.</summary>
    [Id(14)]
    public CertificateFacts? Certificate { get; init; }

    /// <summary>Every request of the look; null unless it was asked for.</summary>
    [Id(15)]
    public IReadOnlyList<HopTrace>? Trace { get; init; }

    /// <summary>What the answer does not have that it must have, or the reverse; null when there is nothing, or its status was not accepted anyway.</summary>
    [Id(16)]
    public UnmetExpectation? Unmet { get; init; }

    /// <summary>What was seen of something else than a website; null for a website.</summary>
    [Id(40)]
    public KindFacts? Facts { get; init; }
}
