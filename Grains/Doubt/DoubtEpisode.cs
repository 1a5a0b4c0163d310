namespace UptimeSquirrel.Grains.Doubt;

/// <summary>A time in which this silo does not trust what it sees.</summary>
/// <param name="Since">When it began, UTC.</param>
/// <param name="Why">What gave rise to it, in one sentence: <c>412 of 430 checks failed within 30 s, while berlin-2 sees the same websites up.</c></param>
public sealed record DoubtEpisode(DateTimeOffset Since, string Why);
