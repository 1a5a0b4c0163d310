namespace UptimeSquirrel.Owners;

/// <summary>What an alert about an expiry date is about.</summary>
[GenerateSerializer, Immutable, Alias("uptime.expiry-facts")]
public sealed record ExpiryFacts
{
    /// <summary>Whether it is a domain; else a certificate.</summary>
    [Id(0)]
    public required bool IsDomain { get; init; }

    /// <summary>The domain, or the host that showed the certificate.</summary>
    [Id(1)]
    public required string Name { get; init; }

    /// <summary>Who issued the certificate; null for a domain.</summary>
    [Id(2)]
    public string? Issuer { get; init; }

    /// <summary>When it expires, UTC; after a renewal the new date.</summary>
    [Id(3)]
    public required DateTimeOffset ExpiresAt { get; init; }
}
