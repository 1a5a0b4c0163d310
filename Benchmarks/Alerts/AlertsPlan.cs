namespace UptimeSquirrel.Benchmarks.Alerts;

/// <summary>How many alerts for how many owners come at once.</summary>
/// <param name="Owners">How many owners.</param>
/// <param name="AlertsEach">How many alerts for each.</param>
/// <param name="Window">How long they are gathered for one mail.</param>
/// <param name="IsCold">Whether they are the first that the silo ever tells, so that it compiles what it needs for that meanwhile.</param>
/// <param name="Database">PostgreSQL; null = SQLite.</param>
internal sealed record AlertsPlan(int Owners, int AlertsEach, TimeSpan Window, bool IsCold, string? Database)
{
    public int Alerts => Owners * AlertsEach;
}
