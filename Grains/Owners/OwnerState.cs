using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners;

/// <summary>What an owner's grain keeps in the database: how to reach them, and the outbox.</summary>
internal sealed class OwnerState
{
    public List<EmailAddress> Emails { get; set; } = [];

    /// <summary>Alerts accepted and not delivered to everyone yet, oldest first.</summary>
    public List<WaitingAlert> Waiting { get; set; } = [];

    /// <summary>Alerts accepted lately, to recognise one that is handed over twice.</summary>
    public List<KnownAlert> Known { get; set; } = [];

    /// <summary>Grows with every change of the contacts; 0 before the first.</summary>
    public long ContactsVersion { get; set; }

    /// <summary>Names this write: what is found in the database can be recognised by it.</summary>
    public long Version { get; set; }
}

/// <summary>An alert in the outbox.</summary>
internal sealed record WaitingAlert(Alert Alert, DateTimeOffset AcceptedAt)
{
    /// <summary>Who has not been told yet.</summary>
    public required IReadOnlyList<WaitingRecipient> Recipients { get; init; }
}

/// <summary>Somebody who has not been told yet.</summary>
/// <param name="Address">Where to.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="NextAttemptAt">When to try next.</param>
/// <param name="LastFailure">Why the last attempt failed; null before the first.</param>
internal sealed record WaitingRecipient(EmailAddress Address, int Attempts, DateTimeOffset NextAttemptAt, string? LastFailure);

/// <summary>An alert that was accepted.</summary>
internal sealed record KnownAlert(string Id, DateTimeOffset AcceptedAt);
