using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Overdue;

/// <summary>A website whose check did not come, as far as the database knows.</summary>
/// <param name="Id">Which one.</param>
/// <param name="DueAt">When it was due last, UTC.</param>
/// <param name="CheckedAt">When it was checked last, UTC; null when never.</param>
public sealed record OverdueWebsite(WebsiteId Id, DateTimeOffset DueAt, DateTimeOffset? CheckedAt);
