namespace UptimeSquirrel.Chaos.Faults;

/// <summary>That something will be done.</summary>
/// <param name="At">How long after the beginning of the run, unless the one before it takes longer.</param>
/// <param name="Fault">What.</param>
internal sealed record PlannedFault(TimeSpan At, Fault Fault);
