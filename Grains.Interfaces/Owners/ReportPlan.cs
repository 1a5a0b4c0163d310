namespace UptimeSquirrel.Owners;

/// <summary>How often an owner wants to read how their websites did.</summary>
/// <param name="Period">What a report is about.</param>
/// <param name="Zone">The IANA name of the time zone in which weeks and months begin: <c>Europe/Berlin</c>.</param>
[GenerateSerializer, Immutable, Alias("uptime.report-plan")]
public sealed record ReportPlan([property: Id(0)] ReportPeriod Period, [property: Id(1)] string Zone);

/// <summary>What a report is about. The numbers are stored: never reuse one.</summary>
[GenerateSerializer, Alias("uptime.report-period")]
public enum ReportPeriod
{
    /// <summary>A week from Monday to Sunday.</summary>
    Weekly = 0,

    /// <summary>A month.</summary>
    Monthly = 1,
}
