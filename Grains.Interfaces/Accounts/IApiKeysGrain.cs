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

    /// <summary>Takes a key away for good. Every silo refuses it within 10 seconds.</summary>
    /// <returns>The key that was there; null when there was none.</returns>
    [Alias("Revoke")]
    Task<ApiKey?> RevokeAsync(string id);

    /// <summary>Notes that a key was used; stored at most every few minutes.</summary>
    [Alias("NoteUse")]
    Task NoteUseAsync(string id, DateTimeOffset at);
}
