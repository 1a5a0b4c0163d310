using System.Diagnostics;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners;

/// <summary>Writes the record of one attempt to tell an alert over one channel.</summary>
internal static class DeliveryWriter
{
    public static Delivery Write(OwnerId owner, StoredChannel channel, Alert alert, int attempt, DateTimeOffset now, DeliveryAnswer answer)
    {
        var (outcome, words) = answer switch
        {
            DeliveryAnswer.Delivered delivered => (DeliveryOutcome.Delivered, Words(delivered)),
            DeliveryAnswer.TryAgain later => (DeliveryOutcome.TryAgain, later.Reason),
            DeliveryAnswer.GiveUp refused => (DeliveryOutcome.GaveUp, refused.Reason),
            _ => throw new UnreachableException(answer.ToString()),
        };
        return Write(owner, channel, alert, attempt, now, outcome, words);
    }

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

    private static string Words(DeliveryAnswer.Delivered delivered) =>
        delivered.ProviderId is { Length: > 0 } id ? $"{delivered.Answer} (id {PlainLine.From(id, 100)})" : delivered.Answer;
}
