namespace UptimeSquirrel.Chaos.Figures;

/// <summary>An attempt to deliver an alert, in the database.</summary>
internal sealed record DeliveryRow(string AlertId, string Recipient, int Attempt, DateTimeOffset At, bool IsDelivered);
