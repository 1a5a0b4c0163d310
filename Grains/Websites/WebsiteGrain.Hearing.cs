using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using UptimeSquirrel.Grains.Heartbeats;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Websites;

// A job that calls us, instead of a website that we look at: what is heard, and what comes of silence.
internal sealed partial class WebsiteGrain : IHeartbeatGrain
{
    private static readonly TimeSpan _lastLookPatience = TimeSpan.FromSeconds(5);

    private DateTimeOffset? _heardWrittenAt;

    public async Task<bool> HearAsync(string secret, HeartbeatCall call)
    {
        if (_website is not { Heartbeat: { } heartbeat })
        {
            // Nobody's: a grain that strangers make up must not stay.
            if (_website is null)
                DeactivateOnIdle();
            return false;
        }

        if (!HeartbeatToken.AreSame(secret, heartbeat.Secret))
            return false;

        var now = clock.GetUtcNow();
        var isNews = (call, _website.Standing) is not ((HeartbeatCall.Done, Standing.Up) or (HeartbeatCall.Failed, Standing.Down) or (_, Standing.Paused));
        _website = _website with { Heartbeat = HeartbeatRules.Heard(heartbeat, call, now) };
        if (isNews)
            await ListenAsync();
        else
            await WriteHeardAsync(now);
        return true;
    }

    public Task<string?> GetAddressAsync() => Task.FromResult(_website?.Heartbeat is { } heartbeat ? AddressOf(heartbeat) : null);

    public async Task<string?> RenewAsync()
    {
        if (_website?.Heartbeat is not { } heartbeat)
            return null;
        await StoreAsync(_website with { Heartbeat = heartbeat with { Secret = HeartbeatToken.NewSecret() } });
        return await GetAddressAsync();
    }

    // Looks at what was heard. There is no way to look from elsewhere, so nobody is asked and nothing is doubted.
    private async Task ListenAsync()
    {
        var now = clock.GetUtcNow();
        if (await HasBeenAwayAsync(now) is not { } hasBeenAway)
        {
            await TakeAsync(new Step(_website!, MustSave: false, HeartbeatRules.Patience.RecoveryDelay, Incident: null));
            return;
        }

        if (hasBeenAway)
            _website = _website! with { Heartbeat = _website.Heartbeat! with { ListeningSince = now } };

        var look = HeartbeatRules.Look(_website!, now);
        var verdict = VerdictRules.Judge(look, _website!.Settings.Accept);
        var step = WebsiteStateMachine.Observe(_id, _website, verdict, HeartbeatRules.Moment(look), now, HeartbeatRules.Patience, HeartbeatRules.NobodyElse);
        Record(WebsiteRecords.Check(_id, look, verdict));
        if (step.MustSave)
            _heardWrittenAt = now;
        await TakeAsync(step with { MustSave = step.MustSave || hasBeenAway, LookAgainIn = HeartbeatRules.LookAgainIn(step.State, now) });
    }

    // Null when that cannot be found out now: not to know is no reason to forgive a job its silence.
    private async Task<bool?> HasBeenAwayAsync(DateTimeOffset now)
    {
        if (_website!.Standing is Standing.Pending or Standing.Down)
            return false;
        try
        {
            if (_lastCheck is null && await history.GetLastCheckAsync(_id, CancellationToken.None).WaitAsync(_lastLookPatience) is { } last)
                _lastCheck ??= last;
        }
        catch (Exception e)
        {
            LogNoLastCheck(e, _id);
            return null;
        }

        return HeartbeatRules.WasAway(_lastCheck?.At ?? _website.Since, now, _website.Settings.Interval);
    }

    // The first call is written at once; those that follow closely, together and soon.
    private async Task WriteHeardAsync(DateTimeOffset now)
    {
        var writeIn = HeartbeatRules.WriteIn(_heardWrittenAt, now);
        if (!_isUnsaved)
            _heardWrittenAt = now + writeIn;
        if (_isUnsaved || writeIn > TimeSpan.Zero)
        {
            if (!_isUnsaved)
                FinishTellingIn(writeIn);
            _isUnsaved = true;
        }
        else if (!await SaveAsync(_website!.Standing))
        {
            throw new InvalidOperationException($"Another silo has taken over the heartbeat {_id}, and did not hear this call: it must be made again.");
        }

        if (_website is { Standing: Standing.Up })
            LookAgainIn(HeartbeatRules.LookAgainIn(_website, now));
    }

    private string AddressOf(HeartbeatState heartbeat)
    {
        var silos = ServiceProvider.GetRequiredService<IOptions<HeartbeatOptions>>().Value.PublicUrl.TrimEnd('/');
        return $"{silos}/ping/{new HeartbeatToken(_id, heartbeat.Secret)}";
    }
}
