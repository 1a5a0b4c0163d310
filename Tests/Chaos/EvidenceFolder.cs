using UptimeSquirrel.Chaos.Figures;

namespace UptimeSquirrel.Chaos;

/// <summary>Where a run leaves its logs, and what it was judged by, for whoever wants to know why.</summary>
internal static class EvidenceFolder
{
    public static async Task WriteAsync(string folder, Evidence evidence, IReadOnlyList<Figure> figures)
    {
        await WriteAsync("visits", evidence.Visits.Select(visit => $"{visit.At:HH:mm:ss.fff} website {visit.Website} silo {visit.Silo}"));
        await WriteAsync("checks", evidence.Checks.OrderBy(row => row.At).Select(row => $"{row.At:HH:mm:ss.fff} website {row.Website} took {row.Took.TotalMilliseconds:0} ms {(row.IsHealthy ? "healthy" : "failed")}"));
        await WriteAsync("mails", evidence.Mails);
        await WriteAsync("incidents", evidence.Incidents);
        await WriteAsync("deliveries", evidence.Deliveries);
        await WriteAsync("outages", evidence.Outages.OrderBy(outage => outage.From));
        await WriteAsync("faults", evidence.Faults);
        await WriteAsync("deaths", evidence.Deaths);
        await WriteAsync("broken-promises", figures.SelectMany(figure => figure.Offenders.Select(offender => $"{figure.Name}: {offender}")));

        Task WriteAsync(string name, IEnumerable<object> lines) =>
            File.WriteAllLinesAsync(Path.Combine(folder, $"{name}.txt"), lines.Select(line => line.ToString()!));
    }
}
