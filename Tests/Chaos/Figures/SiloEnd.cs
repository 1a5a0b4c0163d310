namespace UptimeSquirrel.Chaos.Figures;

/// <summary>The end of a silo's process.</summary>
/// <param name="Silo">Which one, from 1.</param>
/// <param name="At">When.</param>
/// <param name="ExitCode">What it ended with.</param>
/// <param name="WasAsked">It was told to stop and said that it had.</param>
internal sealed record SiloEnd(int Silo, DateTimeOffset At, int ExitCode, bool WasAsked);
