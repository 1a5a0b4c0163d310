using UptimeSquirrel.Client.Output;
using UptimeSquirrel.Sites.Planning;

namespace UptimeSquirrel.Client.Applying;

/// <summary>A plan for people.</summary>
internal static class PlanText
{
    private const int MostRows = 500;

    public static void Write(Terminal terminal, Plan plan)
    {
        if (plan.Changes.Count > 0)
        {
            var grid = new Listing(new ListingColumn(""), new ListingColumn("OWNER"), new ListingColumn("WHAT") { Shrinks = true }, new ListingColumn("HOW") { Shrinks = true });
            foreach (var change in plan.Changes.Take(MostRows))
                grid.Add(SignOf(change.Action), change.Owner.Text, WhatOf(change), change.Details);
            grid.Write(terminal);
            if (plan.Changes.Count > MostRows)
                terminal.Say($"… and {Wording.Number(plan.Changes.Count - MostRows)} more; --json lists them all.");
            terminal.Say();
        }
        foreach (var surplus in plan.Surplus)
            terminal.Say($"Stays: {surplus}. --prune takes it away.");
        terminal.Say(Summary(plan));
    }

    public static string Done(Plan plan, int failures) =>
        failures == 0 ? $"Done: {Wording.Count(plan.Changes.Count, "change")}." : $"{Wording.Number(failures)} of {Wording.Count(plan.Changes.Count, "change")} could not be done; apply again when the reason is gone.";

    public static string WordOf(PlanAction action) => action.ToString().ToLowerInvariant();

    private static string Summary(Plan plan)
    {
        if (plan.Changes.Count == 0)
            return plan.Problems.Count > 0 ? "There is no plan, because something is wrong." : $"Nothing to do: {Wording.Count(plan.Websites, "website")} and all else are as the files say.";
        var counts = plan.Changes.GroupBy(change => change.Action).OrderBy(same => same.Key).Select(same => $"{Wording.Number(same.Count())} to {WordOf(same.Key)}");
        return $"Plan: {string.Join(", ", counts)}.";
    }

    private static string SignOf(PlanAction action) => action switch { PlanAction.Add => "+", PlanAction.Change => "~", _ => "-" };

    private static string WhatOf(PlannedChange change) => change.Kind is "channel" or "maintenance" ? $"{change.Kind} {change.What}" : change.What;
}
