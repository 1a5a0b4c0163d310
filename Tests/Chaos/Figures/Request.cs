namespace UptimeSquirrel.Chaos.Figures;

/// <summary>A request that came to a website and was answered, or was left unanswered on purpose.</summary>
/// <param name="Website">Which website, from 0.</param>
/// <param name="At">When it had arrived.</param>
/// <param name="Silo">Which silo asked, from 1; 0 = not known.</param>
internal readonly record struct Request(int Website, DateTimeOffset At, int Silo);
