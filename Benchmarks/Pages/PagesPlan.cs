namespace UptimeSquirrel.Benchmarks.Pages;

/// <summary>What to open the pages of the dashboard on.</summary>
internal sealed record PagesPlan(int Websites, int Times, string Database);
