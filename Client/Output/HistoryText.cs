using UptimeSquirrel.History;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Output;

/// <summary>One website's past for people.</summary>
internal static class HistoryText
{
    public static void Write(Terminal terminal, WebsiteStatus status, DateTimeOffset from, WebsiteHistory history, int shownChecks)
    {
        terminal.Say($"{status.Url} since {Wording.Local(from, terminal.Clock)}: {Summary(history)}");
        if (history.Incidents.Count > 0)
        {
            terminal.Say();
            Incidents(history.Incidents, terminal.Clock).Write(terminal);
            foreach (var incident in history.Incidents.Where(incident => incident.Sightings.Count > 1))
                terminal.Say($"{Wording.Local(incident.StartedAt, terminal.Clock)} {SightingsText.Of(incident.Sightings, terminal.Clock)}");
        }
        if (history.Checks.Count == 0)
            return;
        terminal.Say();
        Checks(history.Checks.Take(shownChecks), terminal.Clock).Write(terminal);
        if (history.Checks.Count > shownChecks)
            terminal.Say($"… and {Wording.Number(history.Checks.Count - shownChecks)} earlier; --limit shows more.");
    }

    public static string Summary(WebsiteHistory history)
    {
        if (history.Checks.Count == 0)
            return history.Incidents.Count == 0 ? "no checks, no incidents." : $"no checks, {Wording.Count(history.Incidents.Count, "incident")}.";
        var latencies = history.Checks.Where(check => check.IsHealthy).Select(check => check.Latency).Order().ToList();
        var median = latencies.Count == 0 ? "" : $", half of the answers within {Wording.Latency(latencies[latencies.Count / 2])}";
        var uncounted = history.Checks.Count(IsUncounted);
        var failed = history.Checks.Count(check => !check.IsHealthy && !IsUncounted(check));
        return $"{Wording.Count(history.Checks.Count, "check")}, {Wording.Number(failed)} failed, " +
               (uncounted == 0 ? "" : $"{Wording.Number(uncounted)} not counted, ") +
               $"{Wording.Count(history.Incidents.Count, "incident")}{median}.";
    }

    private static Listing Incidents(IReadOnlyList<Incident> incidents, TimeProvider clock)
    {
        var grid = new Listing(new ListingColumn("INCIDENT FROM"), new ListingColumn("LASTED"), new ListingColumn("WHAT WAS WRONG") { Shrinks = true });
        foreach (var incident in incidents)
        {
            var lasted = Wording.Length((incident.EndedAt ?? clock.GetUtcNow()) - incident.StartedAt);
            grid.Add(
                Wording.Local(incident.StartedAt, clock),
                incident.EndedAt is null ? new ListingCell($"{lasted}, still open", ListingCell.Bad) : lasted,
                $"{(incident.IsDuringMaintenance ? "During maintenance: " : "")}{incident.Problem.Sentence} ({incident.Problem.Cause})");
        }
        return grid;
    }

    private static Listing Checks(IEnumerable<CheckSummary> checks, TimeProvider clock)
    {
        var grid = new Listing(
            new ListingColumn("CHECKED AT"), new ListingColumn("VERDICT"), new ListingColumn("STATUS") { IsNumber = true }, new ListingColumn("TOOK") { IsNumber = true },
            new ListingColumn("REASON") { Shrinks = true });
        foreach (var check in checks)
            grid.Add(
                Wording.Local(check.At, clock),
                VerdictOf(check),
                check.StatusCode?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-",
                Wording.Latency(check.Latency),
                check.IsDoubted ? $"The silo doubted itself. It saw: {check.Reason}" : check.Reason ?? "");
        return grid;
    }

    private static bool IsUncounted(CheckSummary check) => check.IsDoubted || check.IsInMaintenance || check.IsUnseen;

    private static ListingCell VerdictOf(CheckSummary check) => check switch
    {
        { IsDoubted: true } => "not counted",
        { IsHealthy: true } => new ListingCell("healthy", ListingCell.Good),
        { IsUnseen: true } => "not seen",
        { IsInMaintenance: true } => "maintenance",
        _ => new ListingCell("failing", ListingCell.Bad),
    };
}
