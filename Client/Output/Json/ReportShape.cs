using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Client.Output.Json;

/// <summary>How often an owner gets a report.</summary>
internal sealed record ReportShape(string Period, string Zone)
{
    public static ReportShape Of(ReportPlan plan) => new(plan.Period.ToString().ToLowerInvariant(), plan.Zone);
}
