namespace UptimeSquirrel.Websites;

/// <summary>What is known about a website beside its standing: it is up, but may want attention.</summary>
[GenerateSerializer, Immutable, Alias("uptime.website-warnings")]
public sealed record WebsiteWarnings
{
    /// <summary>When the certificate expires that was read last, UTC; null when none was read since the website came into memory.</summary>
    [Id(0)]
    public DateTimeOffset? CertificateExpiresAt { get; init; }

    /// <summary>The domain of the website; null when no registry has told anything about it.</summary>
    [Id(1)]
    public string? Domain { get; init; }

    /// <summary>When that expires, UTC.</summary>
    [Id(2)]
    public DateTimeOffset? DomainExpiresAt { get; init; }

    /// <summary>Since when the website is slow, UTC; null when it is not.</summary>
    [Id(3)]
    public DateTimeOffset? SlowSince { get; init; }
}
