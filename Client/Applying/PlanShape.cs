using UptimeSquirrel.Sites.Planning;

namespace UptimeSquirrel.Client.Applying;

/// <summary>A plan in JSON. A contract: fields are only ever added. It was done, but for the failures, when <c>isDone</c> says so.</summary>
internal sealed record PlanShape(bool IsDone, IReadOnlyList<PlannedChangeShape> Changes, IReadOnlyList<string> Problems, IReadOnlyList<string> Surplus, IReadOnlyList<string> Failures)
{
    public static PlanShape Of(Plan plan, bool isDone, IReadOnlyList<string> failures) => new(
        isDone, [.. plan.Changes.Select(change => new PlannedChangeShape(PlanText.WordOf(change.Action), change.Kind, change.Owner.Text, change.What, change.Details))], plan.Problems, plan.Surplus, failures);
}

/// <summary>One thing that is to be done: <c>add</c>, <c>change</c> or <c>remove</c>.</summary>
internal sealed record PlannedChangeShape(string Action, string Kind, string Owner, string What, string Details);
