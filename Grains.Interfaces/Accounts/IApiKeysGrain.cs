namespace UptimeSquirrel.Accounts;

/// <summary>All keys with which programs sign in. The key of the grain is 0.</summary>
[Alias("uptime.api-keys-grain")]
public interface IApiKeysGrain : IGrainWithIntegerKey
{
    /// <summary>All keys, by name; also those that have expired.</summary>
    [Alias("List")]
    Task<IReadOnlyList<ApiKey>> ListAsync();

    /// <summary>Adds a key; one with a known id changes nothing.</summary>
    /// <returns>Whether it is there now; false when there are too many.</returns>
    [Alias("Add")]
    Task<bool> AddAsync(ApiKey key);

    /// <summary>Gives a key another name and another end. What it may do stays: whoever has it has it for that.</summary>
    /// <param name="id">Which key.</param>
    /// <param name="name">What it is for.</param>
    /// <param name="expiresAt">Until when it is good, UTC; null = for ever.</param>
    /// <returns>The key as it is now; null when there is none.</returns>
    [Alias("Change")]
    Task<ApiKey?> ChangeAsync(string id, string name, DateTimeOffset? expiresAt);

    /// <summary>Takes a key away for good. Every silo refuses it within 10 seconds.</summary>
    /// <returns>The key that was there; null when there was none.</returns>
    [Alias("Revoke")]
    Task<ApiKey?> RevokeAsync(string id);

    /// <summary>Notes that a key was used; stored at most every few minutes.</summary>
    [Alias("NoteUse")]
    Task NoteUseAsync(string id, DateTimeOffset at);
}
