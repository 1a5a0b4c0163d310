namespace UptimeSquirrel.Accounts;

/// <summary>All users, and the way in for the first of them. The key is 0.</summary>
[Alias("uptime.users-grain")]
public interface IUsersGrain : IGrainWithIntegerKey
{
    /// <summary>The most users there may be.</summary>
    const int MaximumUsers = 2_000;

    /// <summary>All users, by name.</summary>
    [Alias("List")]
    Task<IReadOnlyList<UserSummary>> ListAsync();

    /// <summary>The key of the user with this passkey, in base64; null when nobody has it.</summary>
    [Alias("FindByPasskey")]
    Task<string?> FindByPasskeyAsync(string credentialId);

    /// <summary>The key of the user whom this account elsewhere (<c>issuer subject</c>) lets in; null when it lets nobody in.</summary>
    [Alias("FindByLogin")]
    Task<string?> FindByLoginAsync(string login);

    /// <summary>
    /// What a set-up link ends with. It makes one administrator: the first, or another one for an operator who has lost the way in. The same one is
    /// answered while the grain lives; after that a new one takes its place.
    /// </summary>
    /// <param name="evenIfThereIsOne">Also when there is an administrator already.</param>
    /// <returns>It, or null when there is an administrator.</returns>
    [Alias("IssueSetUp")]
    Task<string?> IssueSetUpAsync(bool evenIfThereIsOne);

    /// <summary>Whether a set-up link with this end is good.</summary>
    [Alias("IsSetUp")]
    Task<bool> IsSetUpAsync(string token);

    /// <summary>Uses a set-up link up.</summary>
    /// <returns>Whether it was good until now.</returns>
    [Alias("TakeSetUp")]
    Task<bool> TakeSetUpAsync(string token);
}
