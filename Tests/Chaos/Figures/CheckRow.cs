namespace UptimeSquirrel.Chaos.Figures;

/// <summary>A check in the journal.</summary>
internal readonly record struct CheckRow(int Website, DateTimeOffset At, TimeSpan Took, bool IsHealthy);
