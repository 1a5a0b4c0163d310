using UptimeSquirrel.Accounts;

namespace UptimeSquirrel.Grains.Accounts;

/// <summary>Keeps the keys of programs. It is asked rarely: whoever checks keys knows all of them for some seconds.</summary>
[GrainType("api-keys")]
internal sealed class ApiKeysGrain([PersistentState("api-keys", StorageNames.Grains)] IPersistentState<StoredApiKeys> stored) : Grain, IApiKeysGrain
{
    private static readonly TimeSpan _noteEvery = TimeSpan.FromMinutes(5);

    public Task<IReadOnlyList<ApiKey>> ListAsync() =>
        Task.FromResult<IReadOnlyList<ApiKey>>([.. stored.State.Keys.OrderBy(key => key.Name, StringComparer.OrdinalIgnoreCase)]);

    public async Task<bool> AddAsync(ApiKey key)
    {
        if (stored.State.Keys.Exists(known => known.Id == key.Id))
            return true;
        if (stored.State.Keys.Count >= ApiKey.MaximumKeys)
            return false;
        await WriteAsync([.. stored.State.Keys, key]);
        return true;
    }

    public async Task<ApiKey?> ChangeAsync(string id, string name, DateTimeOffset? expiresAt)
    {
        if (stored.State.Keys.Find(key => key.Id == id) is not { } found)
            return null;
        var changed = found with { Name = name, ExpiresAt = expiresAt };
        await WriteAsync([.. stored.State.Keys.Select(key => key.Id == id ? changed : key)]);
        return changed;
    }

    public async Task<ApiKey?> RevokeAsync(string id)
    {
        if (stored.State.Keys.Find(key => key.Id == id) is not { } found)
            return null;
        await WriteAsync([.. stored.State.Keys.Where(key => key.Id != id)]);
        return found;
    }

    public async Task NoteUseAsync(string id, DateTimeOffset at)
    {
        if (stored.State.Keys.Find(key => key.Id == id) is { } found && !(at - found.LastUsedAt < _noteEvery))
            await WriteAsync([.. stored.State.Keys.Select(key => key.Id == id ? key with { LastUsedAt = at } : key)]);
    }

    private async Task WriteAsync(List<ApiKey> keys)
    {
        var before = stored.State.Keys;
        stored.State.Keys = keys;
        await this.StoreAsync(stored, () => stored.State.Keys = before);
    }
}
