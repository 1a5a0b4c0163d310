namespace UptimeSquirrel.Chaos.Figures;

/// <summary>An incident in the database. Its id is that of the alert that opened it.</summary>
internal sealed record IncidentRow(string Id, int Website, DateTimeOffset StartedAt, DateTimeOffset? EndedAt);
