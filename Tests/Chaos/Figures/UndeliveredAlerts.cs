namespace UptimeSquirrel.Chaos.Figures;

/// <summary>Alerts that were sent on their way, or are said to have arrived, and that the mail server never accepted.</summary>
internal static class UndeliveredAlerts
{
    public static Figure Of(Evidence evidence)
    {
        var arrived = evidence.Mails.Select(mail => (mail.AlertId, mail.Recipient)).ToHashSet();
        var missing = evidence.Deliveries.Where(delivery => !arrived.Contains((delivery.AlertId, delivery.Recipient))).ToArray();
        return new Figure(
            "alerts whose mail never arrived", "0", $"{missing.Select(delivery => delivery.AlertId).Distinct().Count()} (of {evidence.Deliveries.Select(delivery => delivery.AlertId).Distinct().Count()} alerts)",
            [.. missing.Select(delivery => $"never arrived: {delivery}")]);
    }
}
