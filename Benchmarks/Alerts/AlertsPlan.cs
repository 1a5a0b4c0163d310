namespace UptimeSquirrel.Benchmarks.Alerts;

/// <summary>How many alerts for how many owners come at once.</summary>
internal sealed record AlertsPlan(int Owners, int AlertsEach, TimeSpan Window, string? Database)
{
    public int Alerts => Owners * AlertsEach;
}
