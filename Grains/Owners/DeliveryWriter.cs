using System.Diagnostics;
using UptimeSquirrel.Grains.Owners.Bundles;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners;

/// <summary>Writes the record of one attempt to tell an alert over one channel.</summary>
internal static class DeliveryWriter
{
    public static Delivery Write(OwnerId owner, StoredChannel channel, Alert alert, int attempt, DateTimeOffset now, DeliveryAnswer answer)
    {
        var (outcome, words) = Read(answer);
        return Write(owner, channel, alert, attempt, now, outcome, words);
    }

    /// <summary>What came of an attempt, as it stands in the record of each alert that was in the message.</summary>
    public static (DeliveryOutcome Outcome, string Words) Read(DeliveryAnswer answer, DueMessage? message = null) => answer switch
    {
        DeliveryAnswer.Delivered delivered => (DeliveryOutcome.Delivered, Company(message) + Words(delivered)),
        DeliveryAnswer.TryAgain later => (DeliveryOutcome.TryAgain, later.Reason),
        DeliveryAnswer.GiveUp refused => (DeliveryOutcome.GaveUp, refused.Reason),
        _ => throw new UnreachableException(answer.ToString()),
    };

    public static Delivery Write(
        OwnerId owner, StoredChannel channel, Alert alert, int attempt, DateTimeOffset now, DeliveryOutcome outcome, string answer) => new()
        {
            AlertId = alert.Id,
            Owner = owner,
            Channel = channel.LogName,
            Recipient = channel.Address,
            Attempt = attempt,
            At = now,
            Outcome = outcome,
            Answer = answer,
            Subject = AlertWriter.Write(alert).Subject,
        };

    private static string Company(DueMessage? message) => message switch
    {
        { Recipient.FoldedUntil: { } until } => $"Folded by the limit of messages an hour, told at {AlertWriter.Clock(until)} with {Others(message)}: ",
        { Alerts.Count: > 1 } => $"In one message with {Others(message)}: ",
        _ => "",
    };

    private static string Others(DueMessage message) => message.Alerts.Count == 2 ? "1 other" : $"{message.Alerts.Count - 1} others";

    private static string Words(DeliveryAnswer.Delivered delivered) =>
        delivered.ProviderId is { Length: > 0 } id ? $"{delivered.Answer} (id {PlainLine.From(id, 100)})" : delivered.Answer;
}
