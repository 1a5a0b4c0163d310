using System.Security.Claims;
using UptimeSquirrel.Accounts;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Web.Auditing;

namespace UptimeSquirrel.Web.Access.Keys;

/// <summary>Hands keys out to programs and takes them back, and notes who did it.</summary>
internal sealed class KeyDesk(IGrainFactory grains, KeyBook book, IAudit audit, TimeProvider clock)
{
    private static readonly TimeSpan _shortest = TimeSpan.FromMinutes(1);

    private IApiKeysGrain Keys => grains.GetGrain<IApiKeysGrain>(0);

    public Task<IReadOnlyList<ApiKey>> ListAsync() => Keys.ListAsync();

    /// <summary>What is wrong with a key that is to be made: the field, and a sentence; null when nothing is.</summary>
    public (string Field, string Problem)? FindProblem(string? name, UserRole role, OwnerId? owner, DateTimeOffset? expiresAt) =>
        string.IsNullOrWhiteSpace(name) || name.Length > ApiKey.LongestName || name.Any(char.IsControl) ? ("name", $"Expected 1 to {ApiKey.LongestName} letters that say what the key is for.")
        : role == UserRole.Administrator && owner is not null ? ("owner", "An administrator cannot be bound to one owner.")
        : expiresAt < clock.GetUtcNow() + _shortest ? ("expiresAt", "It would expire at once; expected a moment to come.")
        : null;

    /// <summary>Makes a key.</summary>
    /// <returns>The key, which is never shown again, and what is known of it; null when there are too many keys.</returns>
    public async Task<(string Secret, ApiKey Key)?> CreateAsync(ClaimsPrincipal by, string name, UserRole role, OwnerId? owner, DateTimeOffset? expiresAt)
    {
        var secret = KeyText.New();
        var key = new ApiKey(KeyText.IdOf(secret), name.Trim(), role, owner, KeyText.HashOf(secret), clock.GetUtcNow(), by.Named(), expiresAt?.ToUniversalTime(), LastUsedAt: null);
        if (!await Keys.AddAsync(key))
            return null;
        book.Forget();
        await audit.NoteAsync(by, "key.create", $"{key.Id} {key.Name}", Caller.Rights(role, owner));
        return (secret, key);
    }

    /// <summary>Gives a key another name and another end; <see cref="FindProblem"/> has nothing against them.</summary>
    /// <returns>The key as it is now; null when there is none.</returns>
    public async Task<ApiKey?> ChangeAsync(ClaimsPrincipal by, string id, string name, DateTimeOffset? expiresAt)
    {
        if (await Keys.ChangeAsync(id, name.Trim(), expiresAt?.ToUniversalTime()) is not { } key)
            return null;
        book.Forget();
        await audit.NoteAsync(by, "key.change", $"{key.Id} {key.Name}");
        return key;
    }

    /// <summary>The key with this id; null when there is none.</summary>
    public async Task<ApiKey?> FindAsync(string id) => (await Keys.ListAsync()).FirstOrDefault(key => key.Id == id);

    /// <summary>Takes a key back.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> RevokeAsync(ClaimsPrincipal by, string id)
    {
        if (await Keys.RevokeAsync(id) is not { } key)
            return false;
        book.Forget();
        await audit.NoteAsync(by, "key.revoke", $"{key.Id} {key.Name}");
        return true;
    }
}
