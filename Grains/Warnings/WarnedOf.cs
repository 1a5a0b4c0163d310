namespace UptimeSquirrel.Grains.Warnings;

/// <summary>What a website's owner was warned of, or is about to be.</summary>
/// <remarks>In the database it is JSON; the numbers of its fields are made of their names and serve only when a website moves to another silo.</remarks>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable, Alias("uptime.warned-of")]
internal sealed record WarnedOf
{
    public static WarnedOf Nothing { get; } = new();

    public ToldExpiry? Certificate { get; init; }
    public ToldExpiry? Domain { get; init; }

    /// <summary>The row of slow looks that is under way, told or not; only a told one is worth a write.</summary>
    public Slowness? Slowness { get; init; }
}

/// <summary>The last that was told of one expiry date.</summary>
/// <param name="ExpiresAt">The date: it tells one certificate from the next.</param>
/// <param name="Days">The smallest step that was told, in days.</param>
/// <param name="Number">The running number of the first alert about this date; only where an earlier version told it.</param>
/// <param name="IsRenewed">Whether it was told since that there is a later date now.</param>
[GenerateSerializer, Immutable, Alias("uptime.told-expiry")]
internal sealed record ToldExpiry(
    [property: Id(0)] DateTimeOffset ExpiresAt, [property: Id(1)] int Days, [property: Id(2)] long Number = 0, [property: Id(3)] bool IsRenewed = false)
{
    /// <summary>The first alert about this date, to which all others belong; null where an earlier version told it.</summary>
    [Id(40)]
    public string? Series { get; init; }

    /// <summary>Another date that was told, and may be read again: two servers of one name may have a certificate each.</summary>
    [Id(41)]
    public ToldExpiry? Other { get; init; }
}

/// <summary>A website that is slow, or may turn out to be.</summary>
/// <param name="Since">The first slow look of the row.</param>
/// <param name="CountedAt">The last look that was counted.</param>
/// <param name="Looks">How many looks in a row speak for a change: slow ones until it is told, fast ones after that.</param>
/// <param name="Number">The running number of the warning that told it; 0 = not told.</param>
/// <param name="FastSince">The first fast look of the row that may end it.</param>
/// <param name="Series">The name of that alert; null where an earlier version told it.</param>
[GenerateSerializer, Immutable, Alias("uptime.slowness")]
internal sealed record Slowness(
    [property: Id(0)] DateTimeOffset Since,
    [property: Id(1)] DateTimeOffset CountedAt,
    [property: Id(2)] int Looks,
    [property: Id(3)] long Number = 0,
    [property: Id(4)] DateTimeOffset? FastSince = null,
    [property: Id(40)] string? Series = null)
{
    public bool IsTold => Number > 0;
}
