using UptimeSquirrel.Benchmarks.Targets;

namespace UptimeSquirrel.Benchmarks.Load;

/// <summary>What to put the product under.</summary>
/// <param name="Websites">How many are watched.</param>
/// <param name="Interval">Between two checks of one of them.</param>
/// <param name="Settling">How long, and one interval, is waited before.</param>
/// <param name="Length">How long is measured.</param>
/// <param name="Database">"sqlite", "postgres" (a private server, started for it) or a connection string.</param>
/// <param name="Silos">How many silos; more than one need PostgreSQL.</param>
/// <param name="Registered">How many are registered through the client; the rest is put into the database just as registration and a first look leave it.</param>
/// <param name="Targets">How the websites behave.</param>
/// <param name="Restart">Whether everything is killed at the end and started again, to see how soon every check is made.</param>
/// <param name="Results">The folder where the run's lines are kept; null = they are only shown.</param>
internal sealed record LoadPlan(
    int Websites, TimeSpan Interval, TimeSpan Settling, TimeSpan Length, string Database, int Silos, int Registered, TargetPlan Targets, bool Restart, string? Results)
{
    /// <summary>How many checks are due in a second.</summary>
    public double PerSecond => Websites / Interval.TotalSeconds;
}
