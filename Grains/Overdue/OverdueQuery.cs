namespace UptimeSquirrel.Grains.Overdue;

/// <summary>Which overdue websites to find.</summary>
/// <param name="After">Those due after this moment</param>
/// <param name="UpTo">and up to this one; of several such moments the last counts.</param>
/// <param name="Ranges">Only websites whose grain's hash lies in one of these ranges, which do not overlap.</param>
/// <param name="Limit">At most so many.</param>
public sealed record OverdueQuery(DateTimeOffset After, DateTimeOffset UpTo, IReadOnlyList<HashRange> Ranges, int Limit);

/// <summary>A part of the ring on which Orleans spreads reminders over silos: above its begin, up to and with its end, around the end of the numbers if need be.</summary>
/// <param name="Begin">The last hash before it.</param>
/// <param name="End">Its last hash; the same as <paramref name="Begin"/> when it is the whole ring.</param>
public readonly record struct HashRange(uint Begin, uint End);
