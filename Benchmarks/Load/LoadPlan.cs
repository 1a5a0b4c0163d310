namespace UptimeSquirrel.Benchmarks.Load;

/// <summary>What to put the product under.</summary>
internal sealed record LoadPlan(int Websites, TimeSpan Interval, TimeSpan Length, string? Database);
