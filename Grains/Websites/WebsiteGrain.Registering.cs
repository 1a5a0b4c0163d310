using Microsoft.Extensions.DependencyInjection;
using UptimeSquirrel.Grains.Absence;
using UptimeSquirrel.Grains.Heartbeats;
using UptimeSquirrel.Grains.Journal;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.Secrets;
using UptimeSquirrel.History;
using UptimeSquirrel.Live;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Websites;

// How a website comes to be watched, changed, paused and forgotten. Errors of the database reach the caller: nothing was promised yet.
internal sealed partial class WebsiteGrain
{
    public async Task<RegistrationResult> RegisterAsync(OwnerId owner, WebsiteUrl url, WebsiteChanges changes)
    {
        if (WebsiteId.From(owner, url) != _id)
            throw new ArgumentException($"The website {url} of owner {owner} has another id than {_id}.", nameof(url));

        if (changes.IfRevision is { } expected && _website?.Revision != expected || (_website is null ? changes.OnlyIfKnown : changes.OnlyIfNew))
            return new RegistrationResult(RegistrationOutcome.Outdated, []);

        var (settings, problems) = await JudgeAsync(owner, url, changes);
        if (problems.Count > 0)
            return new RegistrationResult(RegistrationOutcome.Refused, problems);

        var keeper = ServiceProvider.GetRequiredService<ISecretKeeper>();
        if (!_isUnsaved && IsAlready(settings, keeper))
            return new RegistrationResult(RegistrationOutcome.Unchanged, []);
        settings = SecretRules.Lock(settings, keeper);

        if (settings.Parent is { } parent && parent != _website?.Settings.Parent && await quieter.Parents.FindProblemAsync(owner, url, parent) is { } problem)
            return new RegistrationResult(RegistrationOutcome.Refused, [new SettingProblem("parent", problem)]);

        // The reminder first: a reminder without a website ends itself at its first tick, a website without one would never be checked.
        if (_website is null or { Standing: not Standing.Paused } && _website?.Settings.Interval != settings.Interval)
            await RegisterReminderAsync(settings.Interval);
        var isNew = _website is null;
        var website = _website ?? NewWebsite(owner, url, settings);
        await StoreAsync(website with { Settings = settings, Heartbeat = HeartbeatRules.WithSettings(website, settings, clock.GetUtcNow()) });
        return new RegistrationResult(isNew ? RegistrationOutcome.Created : RegistrationOutcome.Changed, []);
    }

    public async Task<WebsiteStatus?> PauseAsync()
    {
        if (_website is not null and not { Standing: Standing.Paused })
        {
            var before = _website;
            var step = WebsiteStateMachine.Pause(_id, _website, clock.GetUtcNow());
            await StoreAsync(step.State with { LastIncident = step.Incident ?? step.State.LastIncident }, step.Incident);
            LookAgainIn(null);
            await ForgetOutageAsync(before);
            await UnregisterReminderAsync();
        }

        return await GetStatusAsync();
    }

    public async Task<WebsiteStatus?> ResumeAsync()
    {
        if (_website is { Standing: Standing.Paused })
        {
            await RegisterReminderAsync(_website.Settings.Interval);
            await StoreAsync(WebsiteStateMachine.Resume(_website, clock.GetUtcNow()).State);
        }

        return await GetStatusAsync();
    }

    public async Task<bool> RemoveAsync()
    {
        var isKnown = _website is not null;
        var knownVersion = _website?.Version ?? 0;
        if (isKnown)
        {
            var before = _website!;
            await stored.ClearStateAsync();
            LogRemoved(LogName);
            live.Tell(WebsiteRecords.News(_id, before, LiveKind.Removed, clock.GetUtcNow()));
            _website = null;
            LookAgainIn(null);
            await ForgetOutageAsync(before);
        }

        // Known or not: a crash after the first of these steps leaves the rest to whoever asks again.
        ForgetInReadModel(knownVersion);
        await UnregisterReminderAsync();
        await WaitForReadModelAsync();
        DeactivateOnIdle();
        return isKnown;
    }

    private WebsiteState NewWebsite(OwnerId owner, WebsiteUrl url, WebsiteSettings settings)
    {
        var now = clock.GetUtcNow();
        return new WebsiteState
        {
            Owner = owner,
            Url = url,
            Settings = settings,
            RegisteredAt = now,
            Since = now,
            AlertNumber = now.ToUnixTimeMilliseconds(),
            Heartbeat = HeartbeatRules.New(settings, HeartbeatToken.NewSecret(), now),
        };
    }

    private async Task StoreAsync(WebsiteState website, Incident? incident = null)
    {
        var version = NextVersion(website.Version);
        website = website with { Version = version, Revision = version };
        try
        {
            await WriteAsync(website);
        }
        catch (Exception e) when (e is not DatabaseAwayException)
        {
            // Whether that was stored is not known: the next activation reads what is there.
            DeactivateOnIdle();
            throw;
        }

        var kind = _website is not null && _website.Standing != website.Standing ? LiveKind.Standing : LiveKind.Settings;
        _website = website;
        _isUnsaved = false;
        CountOnce();
        Record(incident);
        live.Tell(WebsiteRecords.News(_id, website, kind, clock.GetUtcNow()));
        await WaitForReadModelAsync();
    }

    // Whoever registers a website wants to find it in the list at once; a slow read model is no reason to fail, though.
    private async Task WaitForReadModelAsync()
    {
        if (!await journal.TryFlushAsync())
            LogReadModelLate(_id);
    }

    private async Task RegisterReminderAsync(TimeSpan interval)
    {
        await this.RegisterOrUpdateReminder(ReminderName, ScheduleRules.FirstCheckIn(_id, interval), interval);
        _servedDue = null;
    }

    private async Task UnregisterReminderAsync()
    {
        if (await this.GetReminder(ReminderName) is { } reminder)
            await this.UnregisterReminder(reminder);
    }
}
