namespace UptimeSquirrel.Benchmarks.StatusPages;

/// <summary>What to put a status page under.</summary>
internal sealed record StatusPagePlan(int Websites, int Visitors, TimeSpan Length, string? Database);
