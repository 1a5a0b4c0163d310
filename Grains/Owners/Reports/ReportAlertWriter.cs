using System.Globalization;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners.Reports;

/// <summary>Puts a report into words.</summary>
internal static class ReportAlertWriter
{
    public static AlertMessage Write(Alert alert)
    {
        var report = alert.Report!;
        var websites = $"{report.Websites} website{(report.Websites == 1 ? "" : "s")}";
        var outages = $"{report.Incidents} outage{(report.Incidents == 1 ? "" : "s")}";
        var left = report.Websites - report.Lines.Count;
        return new AlertMessage
        {
            Subject = $"Report for {report.Period}: {Percent(report.Uptime)} up, {outages}",
            Headline = $"Your websites in {report.Period}",
            Explanation = report.Incidents == 0
                ? $"None of your {websites} was down."
                : $"Your {websites} had {outages}, {DurationWords.InFull(report.Downtime)} in all.",
            Facts =
            [
                new("From", AlertWriter.Moment(report.From)),
                new("To", AlertWriter.Moment(report.To)),
                new("Uptime", Percent(report.Uptime)),
                .. report.Lines.Select(line => new AlertFact(PlainLine.From(Name(line), 30), Line(line))),
                .. left > 0 ? new AlertFact[] { new("Not listed", $"{left} more, which were down no longer than these") } : [],
                .. report.Slowest.Select((line, place) => new AlertFact(place == 0 ? "Slowest" : $"Slowest, {place + 1}", $"{Name(line)}: {line.Latency!.Value.TotalMilliseconds:0} ms")),
            ],
            Next = "'squirrel owner report off' ends these reports.",
            Brief = PlainLine.From($"Report for {report.Period}: {websites}, {Percent(report.Uptime)} up, {outages}.", 159, "..."),
        };
    }

    private static string Name(ReportLine line) => line.Name.Length > 0 ? line.Name : PlainLine.From(line.Url.ToUri().Authority, 100);

    private static string Line(ReportLine line) => line.Incidents == 0
        ? $"{Percent(line.Uptime)} up"
        : $"{Percent(line.Uptime)} up, {line.Incidents} outage{(line.Incidents == 1 ? "" : "s")}, {DurationWords.InShort(line.Downtime)}";

    // Never rounded up to 100 %: that is a promise.
    private static string Percent(double? share) => share switch
    {
        null => "unknown",
        1 => "100 %",
        { } part => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(part * 100_000) / 1000:0.0##} %"),
    };
}
