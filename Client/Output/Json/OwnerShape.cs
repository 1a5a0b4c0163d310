using UptimeSquirrel.Client.Templates;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Client.Output.Json;

/// <summary>An owner, and what they were told lately, newest first.</summary>
internal sealed record OwnerShape(
    string Id, IReadOnlyList<string> Emails, int WaitingAlerts, string? LastFailure, DateTimeOffset? NextAttemptAt, IReadOnlyList<DeliveryShape> Deliveries,
    IReadOnlyList<ChannelShape> Channels, IReadOnlyList<ToldIncidentShape> OpenIncidents, QuietHoursShape? QuietHours, ReportShape? Report,
    IReadOnlyList<TemplateShape> Templates, double? DigestWindowSeconds, double UsualDigestWindowSeconds)
{
    public static OwnerShape Of(OwnerStatus owner, IReadOnlyList<Delivery> deliveries) => new(
        owner.Id.Text,
        [.. owner.Emails.Select(email => email.Text)],
        owner.WaitingAlerts,
        owner.LastFailure,
        owner.NextAttemptAt,
        [.. deliveries.Select(DeliveryShape.Of)],
        [.. owner.Channels.Select(ChannelShape.Of)],
        [.. owner.Incidents.Select(ToldIncidentShape.Of)],
        owner.Quiet is { } quiet ? QuietHoursShape.Of(quiet) : null,
        owner.Report is { } report ? ReportShape.Of(report) : null,
        [.. owner.Templates.Select(TemplateShape.Of)],
        owner.DigestWindow?.TotalSeconds,
        owner.UsualDigestWindow.TotalSeconds);
}

/// <summary>One attempt to tell somebody something.</summary>
internal sealed record DeliveryShape(
    string AlertId, string Channel, string Recipient, int Attempt, DateTimeOffset At, string Outcome, string Answer, string Owner, string Subject)
{
    public static DeliveryShape Of(Delivery delivery) => new(
        delivery.AlertId, delivery.Channel, delivery.Recipient, delivery.Attempt, delivery.At, OutcomeOf(delivery.Outcome), delivery.Answer,
        delivery.Owner.Text, delivery.Subject);

    public static string OutcomeOf(DeliveryOutcome outcome) => outcome switch
    {
        DeliveryOutcome.Delivered => "delivered",
        DeliveryOutcome.TryAgain => "tryAgain",
        _ => "gaveUp",
    };
}
