namespace UptimeSquirrel.Chaos.Figures;

/// <summary>Incidents nobody was told about, whether the database knows of them or only we who made them.</summary>
internal static class UnalertedIncidents
{
    // Some seconds for the looks themselves and for a busy machine.
    private static readonly TimeSpan _room = TimeSpan.FromSeconds(5);

    public static Figure Of(Evidence evidence)
    {
        var downMails = evidence.Mails.Where(mail => mail.IsDown).ToLookup(mail => mail.AlertId);
        var answered = evidence.Mails.Select(mail => mail.InReplyTo).OfType<string>().ToHashSet();
        var offenders = new List<string>();
        foreach (var incident in evidence.Incidents)
        {
            if (!downMails.Contains(incident.Id))
                offenders.Add($"incident {incident.Id} of website {incident.Website} since {incident.StartedAt:HH:mm:ss.fff}: no mail that it is down");
            else if (incident.EndedAt is { } end && !downMails[incident.Id].Any(mail => answered.Contains(mail.MessageId)))
                offenders.Add($"incident {incident.Id} of website {incident.Website} ended {end:HH:mm:ss.fff}: no mail that it is up again");
        }

        var unseen = evidence.Outages.Where(outage => MustBeSeen(evidence, outage) && !evidence.Incidents.Any(incident => outage.Covers(incident.Website, incident.StartedAt)));
        offenders.AddRange(unseen.Select(outage => $"website {outage.Website} was down from {outage.From:HH:mm:ss.fff} to {outage.To:HH:mm:ss.fff}: no incident"));
        offenders.AddRange(evidence.Incidents.Where(incident => incident.EndedAt is null)
            .Select(incident => $"incident {incident.Id} of website {incident.Website} never ended, though all websites are up"));
        return new Figure(
            "incidents without alert", "0", $"{offenders.Count} ({evidence.Incidents.Count} incidents of {evidence.Outages.Count} outages)", offenders);
    }

    // One that ends before it can be confirmed is no incident, and one may be.
    private static bool MustBeSeen(Evidence evidence, Outage outage)
    {
        var takeover = evidence.FaultBetween(outage.From - evidence.Interval, outage.To)?.Takeover ?? TimeSpan.Zero;
        return outage.To - outage.From > evidence.Interval + takeover + evidence.TimeToConfirm + _room;
    }
}
