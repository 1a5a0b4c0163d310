namespace UptimeSquirrel.Checks;

/// <summary>What a website's certificate says of itself, good or not. Text in it is the website's, made fit to be shown.</summary>
[GenerateSerializer, Immutable, Alias("uptime.certificate-facts")]
public sealed record CertificateFacts
{
    /// <summary>Whom it was issued to, in short.</summary>
    [Id(0)]
    public required string Subject { get; init; }

    /// <summary>Who issued it, in short.</summary>
    [Id(1)]
    public required string Issuer { get; init; }

    /// <summary>The host names and addresses it is good for, as written in it; at most 100 of them.</summary>
    [Id(2)]
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>It is not valid before this moment, UTC.</summary>
    [Id(3)]
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>It is not valid after this moment, UTC.</summary>
    [Id(4)]
    public required DateTimeOffset NotAfter { get; init; }
}
