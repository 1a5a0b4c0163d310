namespace UptimeSquirrel.Chaos.Figures;

/// <summary>A visit that came to a website and was answered, well or badly.</summary>
/// <param name="Website">Which website, from 0.</param>
/// <param name="At">When it had arrived.</param>
/// <param name="Silo">Which silo asked, from 1; 0 = not known.</param>
internal readonly record struct Visit(int Website, DateTimeOffset At, int Silo);
