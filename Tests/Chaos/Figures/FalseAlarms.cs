namespace UptimeSquirrel.Chaos.Figures;

/// <summary>Mails that call a website down that was up.</summary>
internal static class FalseAlarms
{
    public static Figure Of(Evidence evidence)
    {
        var incidents = evidence.Incidents.ToDictionary(incident => incident.Id);
        var wrong = evidence.Mails.Where(mail => mail.IsDown && !WasDown(evidence, mail, incidents.GetValueOrDefault(mail.AlertId))).ToArray();
        return new Figure(
            "websites that were up and got a down alert", "0", $"{wrong.Select(mail => mail.Website).Distinct().Count()}",
            [.. wrong.Select(mail => $"website {mail.Website} was called down in a mail of {mail.At:HH:mm:ss.fff} (alert {mail.AlertId}); {Nearest(evidence, mail)}")]);
    }

    // A mail may come late; what counts is since when it calls the website down.
    private static bool WasDown(Evidence evidence, Mail mail, IncidentRow? incident) =>
        evidence.Outages.Any(outage => incident is null ? outage.Website == mail.Website && outage.From <= mail.At : outage.Covers(mail.Website, incident.StartedAt));

    private static string Nearest(Evidence evidence, Mail mail) =>
        evidence.FaultBetween(mail.At - TimeSpan.FromMinutes(1), mail.At)?.ToString() ?? "no fault at that time";
}
