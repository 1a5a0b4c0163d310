namespace UptimeSquirrel.Chaos.Figures;

/// <summary>Mails about an incident that the database does not have.</summary>
internal static class GroundlessAlerts
{
    public static Figure Of(Evidence evidence)
    {
        var incidents = evidence.Incidents.Select(incident => incident.Id).ToHashSet();
        var opening = evidence.Mails.Where(mail => mail.IsDown && incidents.Contains(mail.AlertId)).Select(mail => mail.MessageId).ToHashSet();
        var groundless = evidence.Mails.Where(mail => mail.IsDown ? !incidents.Contains(mail.AlertId) : mail.InReplyTo is null || !opening.Contains(mail.InReplyTo)).ToArray();
        return new Figure("alerts without incident", "0", $"{groundless.Length} (of {evidence.Mails.Count} mails)", [.. groundless.Select(mail => $"no incident for {mail}")]);
    }
}
