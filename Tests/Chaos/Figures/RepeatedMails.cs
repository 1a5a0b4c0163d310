namespace UptimeSquirrel.Chaos.Figures;

/// <summary>Alerts that were mailed twice. A crash between the server's "accepted" and our note of it repeats the same mail, by the same name.</summary>
internal static class RepeatedMails
{
    public static Figure Of(Evidence evidence)
    {
        var repeats = evidence.Mails.GroupBy(mail => mail.MessageId).Where(copies => copies.Count() > 1).Select(copies => copies.ToArray()).ToArray();
        var withoutCrash = repeats.Where(copies => evidence.FaultBetween(copies[0].At, copies[^1].At) is null).ToArray();
        var twiceTold = TwiceTold(evidence).ToArray();
        return new Figure(
            "alerts mailed twice", "0, but for the same Message-ID around a fault",
            $"{twiceTold.Length + withoutCrash.Length}; repeated with the same id around a fault: {repeats.Length - withoutCrash.Length}",
            [
                .. withoutCrash.Select(copies => $"the same mail came {copies.Length} times, with no fault between: {copies[0]}"),
                .. twiceTold,
            ]);
    }

    // One outage is told once and its end once, whatever the mails are called.
    private static IEnumerable<string> TwiceTold(Evidence evidence)
    {
        var incidents = evidence.Incidents.ToDictionary(incident => incident.Id);
        var opened = evidence.Mails.Where(mail => mail.IsDown).DistinctBy(mail => mail.MessageId)
            .Select(mail => (Mail: mail, Outage: OutageOf(evidence, mail, incidents))).Where(pair => pair.Outage is not null);
        foreach (var told in opened.GroupBy(pair => (pair.Outage, pair.Mail.Recipient)).Where(told => told.Count() > 1))
            yield return $"website {told.Key.Outage!.Website} was called down {told.Count()} times for one outage: {string.Join(", ", told.Select(pair => pair.Mail.AlertId))}";

        var ended = evidence.Mails.Where(mail => !mail.IsDown).DistinctBy(mail => mail.MessageId);
        foreach (var told in ended.GroupBy(mail => (mail.InReplyTo, mail.Recipient)).Where(told => told.Count() > 1))
            yield return $"website {told.First().Website} was called up again {told.Count()} times for one outage: {string.Join(", ", told.Select(mail => mail.AlertId))}";
    }

    private static Outage? OutageOf(Evidence evidence, Mail mail, Dictionary<string, IncidentRow> incidents) =>
        incidents.TryGetValue(mail.AlertId, out var incident) ? evidence.Outages.FirstOrDefault(outage => outage.Covers(mail.Website, incident.StartedAt)) : null;
}
