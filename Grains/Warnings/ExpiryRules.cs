namespace UptimeSquirrel.Grains.Warnings;

/// <summary>What an expiry date calls for.</summary>
internal static class ExpiryRules
{
    /// <summary>How long an expiry date that was read is good for: two readings a day find every step.</summary>
    public static readonly TimeSpan ReadEvery = TimeSpan.FromHours(12);

    // Registries write one date in several ways, with and without a time of day.
    private static readonly TimeSpan _sameDate = TimeSpan.FromDays(1);

    // Who renews by himself does so when a third of the lifetime is left: before that there is nothing to worry about.
    private const int PartLeftWhenRenewed = 3;

    /// <summary>Whether to read again. A moment further away than any reading is planned was planned by a clock that was wrong.</summary>
    public static bool IsDue(DateTimeOffset readAgainAt, DateTimeOffset now) => now >= readAgainAt || readAgainAt - now > ReadEvery;

    /// <param name="told">What was told before; null = nothing.</param>
    /// <param name="expiresAt">The date that was read.</param>
    /// <param name="validFrom">When what expires began to be good; null when that is not known.</param>
    /// <param name="steps">How many days before the date to tell, in any order.</param>
    /// <param name="now">The present moment.</param>
    public static ExpiryNews Judge(ToldExpiry? told, DateTimeOffset expiresAt, DateTimeOffset? validFrom, IReadOnlyList<int> steps, DateTimeOffset now)
    {
        if (SmallestStep(expiresAt, validFrom, steps, now) is { } days)
            return Find(told, expiresAt)?.Days <= days ? ExpiryNews.None : new ExpiryNews(days, IsRenewed: false);

        // Of several servers one may still show the old certificate: its renewal is told once.
        var isRenewed = told is { IsRenewed: false } && expiresAt - told.ExpiresAt > _sameDate;
        return isRenewed ? new ExpiryNews(null, IsRenewed: true) : ExpiryNews.None;
    }

    /// <summary>What is remembered once the news is told.</summary>
    /// <param name="told">What was told before; null = nothing.</param>
    /// <param name="expiresAt">The date that was read.</param>
    /// <param name="news">What there was to tell.</param>
    /// <param name="series">The alert that tells it, in case it is the first about this date.</param>
    public static ToldExpiry Remember(ToldExpiry? told, DateTimeOffset expiresAt, ExpiryNews news, string series)
    {
        if (news.Days is not { } days)
            return told! with { IsRenewed = true };
        if (Find(told, expiresAt) is not { } known)
            return new ToldExpiry(expiresAt, days) { Series = series, Other = Alone(told) };
        return known with { Days = days, IsRenewed = false, Other = ReferenceEquals(known, told) ? told.Other : Alone(told) };
    }

    // Of three servers with a certificate each one is forgotten, and told again.
    private static ToldExpiry? Find(ToldExpiry? told, DateTimeOffset expiresAt) =>
        told is null || (expiresAt - told.ExpiresAt).Duration() <= _sameDate ? told : Find(told.Other, expiresAt);

    private static ToldExpiry? Alone(ToldExpiry? told) => told is null ? null : told with { Other = null };

    private static int? SmallestStep(DateTimeOffset expiresAt, DateTimeOffset? validFrom, IReadOnlyList<int> steps, DateTimeOffset now)
    {
        // What has expired is told by the check that fails.
        var left = expiresAt - now;
        if (left <= TimeSpan.Zero)
            return null;
        int? smallest = null;
        foreach (var days in steps)
            if (left.TotalDays <= days && !(days >= smallest) && !(validFrom is { } from && days * PartLeftWhenRenewed > (expiresAt - from).TotalDays))
                smallest = days;
        return smallest;
    }
}

/// <summary>What there is to tell about an expiry date.</summary>
/// <param name="Days">The step that is due; null when none is.</param>
/// <param name="IsRenewed">Whether to tell that it was renewed.</param>
internal readonly record struct ExpiryNews(int? Days, bool IsRenewed)
{
    public static ExpiryNews None => default;
}
