using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.Extensions.Logging;
using UptimeSquirrel.Accounts;

namespace UptimeSquirrel.Web.Access.Keys;

/// <summary>All keys of programs, known to this process without asking anybody, and at most 10 seconds old.</summary>
internal sealed partial class KeyBook(IGrainFactory grains, TimeProvider clock, ILogger<KeyBook> logger) : IDisposable
{
    private static readonly TimeSpan _goodFor = TimeSpan.FromSeconds(10);

    // How soon an unknown key is asked for again: it may have been made just now, over another silo. Whoever shows one waits for it.
    private static readonly TimeSpan _askAgain = TimeSpan.FromMilliseconds(200);

    // For how long known keys stay good while the cluster does not answer.
    private static readonly TimeSpan _goodInTrouble = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _noteEvery = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _reading = new(1, 1);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _noted = new();
    private Known _known = new(FrozenDictionary<string, ApiKey>.Empty, DateTimeOffset.MinValue);

    /// <summary>The key that was shown, if it is one and has not expired.</summary>
    public async ValueTask<ApiKey?> FindAsync(string shown)
    {
        if (!KeyText.IsKey(shown))
            return null;
        var hash = KeyText.HashOf(shown);
        var now = clock.GetUtcNow();
        var known = _known;
        if (!known.Keys.ContainsKey(hash) && _askAgain - (now - known.ReadAt) is { Ticks: > 0 } pause)
            await Task.Delay(pause, clock);
        if (!known.Keys.ContainsKey(hash) || now - known.ReadAt > _goodFor)
            known = await ReadAsync(known);
        if (known.Keys.GetValueOrDefault(hash) is not { } key || key.ExpiresAt <= now)
            return null;
        NoteUse(key, now);
        return key;
    }

    /// <summary>Whether there still is a key with this id that has not expired.</summary>
    public async ValueTask<bool> HasAsync(string id)
    {
        var now = clock.GetUtcNow();
        var known = _known;
        if (now - known.ReadAt > _goodFor)
            known = await ReadAsync(known);
        return known.Keys.Values.Any(key => key.Id == id && !(key.ExpiresAt <= now));
    }

    /// <summary>Forgets what was read: something has just changed.</summary>
    public void Forget() => _known = _known with { ReadAt = DateTimeOffset.MinValue };

    public void Dispose() => _reading.Dispose();

    private async Task<Known> ReadAsync(Known before)
    {
        await _reading.WaitAsync();
        try
        {
            if (!ReferenceEquals(_known, before))
                return _known;
            var now = clock.GetUtcNow();
            var keys = await grains.GetGrain<IApiKeysGrain>(0).ListAsync();
            return _known = new Known(keys.ToFrozenDictionary(key => key.Hash), now);
        }
        catch (Exception e)
        {
            LogNotRead(e);
            return clock.GetUtcNow() - before.ReadAt < _goodInTrouble ? before : before with { Keys = FrozenDictionary<string, ApiKey>.Empty };
        }
        finally
        {
            _reading.Release();
        }
    }

    private void NoteUse(ApiKey key, DateTimeOffset now)
    {
        if (_noted.TryGetValue(key.Id, out var last) && now - last < _noteEvery)
            return;
        _noted[key.Id] = now;
        _ = NoteUseAsync(key, now);
    }

    private async Task NoteUseAsync(ApiKey key, DateTimeOffset now)
    {
        try
        {
            await grains.GetGrain<IApiKeysGrain>(0).NoteUseAsync(key.Id, now);
        }
        catch (Exception e)
        {
            LogNotNoted(e, key.Id);
        }
    }

    [LoggerMessage(4010, LogLevel.Warning, "The keys of programs could not be read; those known for less than 5 minutes stay good")]
    private partial void LogNotRead(Exception exception);

    [LoggerMessage(4011, LogLevel.Debug, "That key {Key} was used could not be noted")]
    private partial void LogNotNoted(Exception exception, string key);

    private sealed record Known(FrozenDictionary<string, ApiKey> Keys, DateTimeOffset ReadAt);
}
