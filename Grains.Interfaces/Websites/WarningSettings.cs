namespace UptimeSquirrel.Websites;

/// <summary>What the owner of a website is warned of while it is up. In changes, null leaves a setting as it is.</summary>
[GenerateSerializer, Immutable, Alias("uptime.warning-settings")]
public sealed record WarningSettings
{
    /// <summary>The time from which on a look is slow: from 10 ms to less than the longest time a check may take. Null = never; in changes zero means never.</summary>
    [Id(0)]
    public TimeSpan? SlowAfter { get; init; }

    /// <summary>Whether a certificate that expires soon is told; null = yes.</summary>
    [Id(1)]
    public bool? Certificate { get; init; }

    /// <summary>Whether a domain that expires soon is told, where the installation asks registries at all; null = yes.</summary>
    [Id(2)]
    public bool? Domain { get; init; }
}
