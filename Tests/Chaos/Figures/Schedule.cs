namespace UptimeSquirrel.Chaos.Figures;

/// <summary>When a website is due, as the database has it: at this moment and every interval after it.</summary>
internal sealed record Schedule(int Website, DateTimeOffset StartAt, TimeSpan Interval);
