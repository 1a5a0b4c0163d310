using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Accounts;

/// <summary>What is known of a key with which a program signs in. The key itself is shown once and not kept.</summary>
/// <param name="Id">Names it; also its first letters after <c>usq_</c>.</param>
/// <param name="Name">What it is for, in its maker's words.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Owner">The only owner whose websites it sees; null = all of them.</param>
/// <param name="Hash">SHA-256 of the whole key, in hex.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="ExpiresAt">Until when it is good, UTC; null = for ever.</param>
/// <param name="LastUsedAt">When it was last used, to a few minutes, UTC; null = never.</param>
[GenerateSerializer, Immutable, Alias("uptime.api-key")]
public sealed record ApiKey(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] UserRole Role,
    [property: Id(3)] OwnerId? Owner,
    [property: Id(4)] string Hash,
    [property: Id(5)] DateTimeOffset CreatedAt,
    [property: Id(6)] string CreatedBy,
    [property: Id(7)] DateTimeOffset? ExpiresAt,
    [property: Id(8)] DateTimeOffset? LastUsedAt)
{
    /// <summary>The most keys there may be.</summary>
    public const int MaximumKeys = 1_000;

    /// <summary>The most letters of a name.</summary>
    public const int LongestName = 100;
}
