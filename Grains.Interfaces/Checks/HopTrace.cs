namespace UptimeSquirrel.Checks;

/// <summary>The story of one request of a look: a look has several when there are redirects, or when HEAD is followed by GET.</summary>
[GenerateSerializer, Immutable, Alias("uptime.hop-trace")]
public sealed record HopTrace
{
    /// <summary>What was asked for.</summary>
    [Id(0)]
    public required string Url { get; init; }

    /// <summary>How.</summary>
    [Id(1)]
    public required CheckMethod Method { get; init; }

    /// <summary>Where the time of this request went.</summary>
    [Id(2)]
    public required PhaseTimes Times { get; init; }

    /// <summary>How long it waited for its turn at the address, which counts as no part of the look.</summary>
    [Id(3)]
    public TimeSpan Waited { get; init; }

    /// <summary>The addresses the host stands for, the preferred one first; empty when it has none or is an address itself.</summary>
    [Id(4)]
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>The addresses that were tried, in the order their outcome was known.</summary>
    [Id(5)]
    public IReadOnlyList<AddressAttempt> Attempts { get; init; } = [];

    /// <summary>How the connection is encrypted, for example <c>TLS 1.3</c>; null when it is not.</summary>
    [Id(6)]
    public string? Encryption { get; init; }

    /// <summary>The certificate that was shown, also when it was found wanting; null when there was none.</summary>
    [Id(7)]
    public CertificateFacts? Certificate { get; init; }

    /// <summary>How the answer came, for example <c>HTTP/2</c>; null when none came.</summary>
    [Id(8)]
    public string? Protocol { get; init; }

    /// <summary>The status of the answer; null when none came.</summary>
    [Id(9)]
    public int? StatusCode { get; init; }

    /// <summary>The words after the status, as sent.</summary>
    [Id(10)]
    public string? StatusText { get; init; }

    /// <summary>Those headers of the answer that may explain it, as lines such as <c>Server: nginx</c>.</summary>
    [Id(11)]
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>What went wrong; <see cref="FailureKind.None"/> when there was an answer.</summary>
    [Id(12)]
    public FailureKind Failure { get; init; }

    /// <summary>The technical cause of that.</summary>
    [Id(13)]
    public string? Detail { get; init; }
}
