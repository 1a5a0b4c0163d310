namespace UptimeSquirrel.Adapters.Database.Overdue;

/// <summary>Reminders of one period whose phase lies between two, both inside.</summary>
internal readonly record struct PhaseRange(long Period, long First, long Last);
