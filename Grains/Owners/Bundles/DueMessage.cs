namespace UptimeSquirrel.Grains.Owners.Bundles;

/// <summary>What is told in one message over one channel.</summary>
/// <param name="Alerts">The alerts, oldest first.</param>
/// <param name="Recipient">The channel's part in the first of them, and so in all.</param>
/// <param name="DueAt">When to try it.</param>
internal sealed record DueMessage(IReadOnlyList<WaitingAlert> Alerts, WaitingRecipient Recipient, DateTimeOffset DueAt)
{
    /// <summary>What is to be put into words.</summary>
    public Bundle ToBundle() => new([.. Alerts.Select(waiting => waiting.Alert)]) { FoldedUntil = Recipient.FoldedUntil };
}
