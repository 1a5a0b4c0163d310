using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners.Reports;

/// <summary>An owner's reports as they are stored.</summary>
/// <param name="Plan">How often.</param>
/// <param name="DoneUntil">Reports that were due up to here are told, or nobody wanted them yet.</param>
internal sealed record StoredReports(ReportPlan Plan, DateTimeOffset DoneUntil);
