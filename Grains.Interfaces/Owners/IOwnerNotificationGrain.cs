namespace UptimeSquirrel.Owners;

/// <summary>One owner: how to reach them, and what they still have to be told. The key is <see cref="OwnerId.GrainKey"/>.</summary>
[Alias("uptime.owner-notification")]
public interface IOwnerNotificationGrain : IGrainWithStringKey
{
    /// <summary>Takes over an alert. When this returns, the alert is stored and will be told, even if every machine restarts.</summary>
    /// <param name="alert">The alert; one whose id is known already is accepted and told once.</param>
    /// <remarks>When this throws, the alert was not accepted and is not told from here.</remarks>
    [Alias("Accept")]
    Task AcceptAsync(Alert alert);

    /// <summary>Takes over an alert about which some were told already, while the database was away.</summary>
    /// <param name="alert">The alert; one whose id is known already is accepted and told once.</param>
    /// <param name="told">What was done so far: whoever is done with is not told again, also when the alert is known already.</param>
    [Alias("AcceptTold")]
    Task AcceptToldAsync(Alert alert, IReadOnlyList<ToldRecipient> told);

    /// <summary>Replaces the e-mail addresses that are told.</summary>
    /// <param name="emails">At most 20; none at all means that nobody is told.</param>
    /// <returns>The owner as it is now, or what was wrong.</returns>
    [Alias("SetEmails")]
    Task<OwnerStatus> SetEmailsAsync(IReadOnlyList<EmailAddress> emails);

    /// <summary>Adds e-mail addresses to those that are told; known ones change nothing.</summary>
    /// <param name="emails">At most 20 in all: what goes beyond is not added.</param>
    /// <returns>The owner as it is now.</returns>
    [Alias("AddEmails")]
    Task<OwnerStatus> AddEmailsAsync(IReadOnlyList<EmailAddress> emails);

    /// <summary>How this owner is reached, and what waits to be told.</summary>
    [Alias("GetStatus")]
    Task<OwnerStatus> GetStatusAsync();
}
