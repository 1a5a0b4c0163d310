using Orleans.Storage;
using UptimeSquirrel.Grains.Owners.Bundles;
using UptimeSquirrel.Grains.Owners.Holding;
using UptimeSquirrel.Grains.Owners.Incidents;
using UptimeSquirrel.Grains.Owners.Reports;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Owners;

// The right moment: reminders of what is still down, and what people do so that they hear no more of it, or later.
internal sealed partial class OwnerNotificationGrain
{
    private const string MomentName = "moment";
    private const int AskedAtOnce = 50;
    private static readonly TimeSpan _longestPlan = TimeSpan.FromDays(1);

    // When the durable reminder comes next, as far as this activation knows. One that comes too early plans anew, so outages that end soon cost no write.
    private DateTimeOffset? _momentAt;
    private bool _isReminding;

    public Task<OpenIncident?> GetIncidentAsync(WebsiteId website, string? incident) =>
        Task.FromResult(IncidentRules.Find(stored.State, website, incident) is { } open ? Shown(open) : null);

    public async Task<OpenIncident?> AcknowledgeAsync(WebsiteId website, string? incident, string by, string? note)
    {
        if (IncidentRules.Find(stored.State, website, incident) is not { } open)
            return null;
        if (open.Acknowledged is null || IsUnsaved)
            await ChangeMomentsAsync(state => IncidentRules.Acknowledge(state, open, by, note, clock.GetUtcNow()));
        return ShownNow(open);
    }

    public async Task<OpenIncident?> MuteAsync(WebsiteId website, string? incident, DateTimeOffset? until)
    {
        if (IncidentRules.Find(stored.State, website, incident) is not { } open)
            return null;
        await ChangeMomentsAsync(state => IncidentRules.Mute(state, open, until, clock.GetUtcNow()));
        return ShownNow(open);
    }

    public Task ForgetOutageAsync(WebsiteId website) => IncidentRules.Find(stored.State, website, incident: null) is null
        ? Task.CompletedTask
        : ChangeMomentsAsync(state => IncidentRules.Forget(state, website, clock.GetUtcNow()));

    public async Task<IReadOnlyList<string>> SetQuietHoursAsync(QuietHours? quiet)
    {
        if (quiet is not null && QuietHoursRules.Problems(quiet) is { Count: > 0 } problems)
            return problems;
        await ChangeContactsAsync(state =>
        {
            state.Quiet = quiet;
            HoldRules.PlanAnew(state, clock.GetUtcNow());
        });
        await PlanMomentAsync();
        return [];
    }

    private OpenIncident? ShownNow(OpenIncident open) => stored.State.Open.Find(one => one.Id == open.Id) is { } now ? Shown(now) : null;

    private OpenIncident Shown(OpenIncident open) => open with { NextReminderAt = ReminderRules.NextAt(options.Value.Reminders, open, stored.State.Quiet, clock.GetUtcNow()) };

    private async Task ChangeMomentsAsync(Action<OwnerState> change)
    {
        await ChangeAsync(change);
        await PlanMomentAsync();
        DeliverAll();
    }

    private async Task ReachMomentAsync()
    {
        _momentAt = null;
        await RemindAsync();
        await ReportAsync();
        await PlanMomentAsync();
        if (_momentAt is null && NextMoment() is null)
            await EndMomentsAsync();
    }

    private DateTimeOffset? NextMoment()
    {
        var reminder = ReminderRules.NextAt(options.Value.Reminders, stored.State, clock.GetUtcNow());
        var report = stored.State.Reports is { } reports ? ReportRules.Next(reports.Plan, reports.DoneUntil)?.At : null;
        return reminder is null || report < reminder ? report : reminder;
    }

    private async Task RemindAsync()
    {
        if (_isReminding || database.IsAway)
            return;
        _isReminding = true;
        try
        {
            var due = ReminderRules.Due(options.Value.Reminders, stored.State, clock.GetUtcNow());

            // First what wakes this grain after a crash, and not between a change of the state and its save.
            if (due.Count > 0)
                await EnsureReminderAsync();
            foreach (var some in due.Chunk(AskedAtOnce))
                await RemindAsync(await Task.WhenAll(some.Select(AskAsync)));
        }
        finally
        {
            _isReminding = false;
        }
    }

    private async Task<(OpenIncident Open, WebsiteStatus? Website, bool HasAnswered)> AskAsync(OpenIncident open)
    {
        try
        {
            return (open, await GrainFactory.GetGrain<IWebsiteGrain>(open.Website.Value).GetStatusAsync(), true);
        }
        catch (Exception e)
        {
            LogWebsiteSilent(e, LogName, open.Website.ToString());
            return (open, null, false);
        }
    }

    // The reminder and its number go into the database in one write: a crash neither loses nor doubles it.
    private async Task RemindAsync(IEnumerable<(OpenIncident Open, WebsiteStatus? Website, bool HasAnswered)> asked)
    {
        var now = clock.GetUtcNow();
        var reminded = asked.Where(one => one.HasAnswered)
            .Select(one => (one.Open, Alert: ReminderRules.Remind(stored.State, options.Value.Reminders, one.Open, one.Website, now, DigestRules.WindowOf(stored.State, options.Value)))).ToList();
        var alerts = reminded.Select(one => one.Alert).OfType<string>().ToList();
        _unstored.UnionWith(alerts);
        try
        {
            await SaveAsync();
        }
        catch (Exception e)
        {
            reminded.ForEach(one => ReminderRules.TakeBack(stored.State, one.Open, one.Alert));
            LogRemindersUnstored(e, LogName, reminded.Count);
            if (e is InconsistentStateException)
                DeactivateOnIdle();
            return;
        }
        finally
        {
            _unstored.ExceptWith(alerts);
        }

        if (alerts.Count == 0)
            return;
        DeliverAll();
    }

    // Whatever else was asked for is done by then, so a database that does not take this is no reason to fail: the next occasion tries it again.
    private async Task PlanMomentAsync()
    {
        // Reminders that are being stored may have to be taken back, and then the next moment is not tomorrow's. Who stores them plans it.
        if (_isReminding)
            return;
        var now = clock.GetUtcNow();
        if (NextMoment() is not { } next || next <= now || _momentAt <= next)
            return;
        await _reminderGate.WaitAsync();
        try
        {
            // Another may have planned it while this one waited.
            if (_momentAt <= next)
                return;
            var delay = next - now < _longestPlan ? next - now : _longestPlan;
            await this.RegisterOrUpdateReminder(MomentName, delay > _leastDelay ? delay : _leastDelay, _wakeEvery);
            _momentAt = now + delay;
        }
        catch (Exception e)
        {
            LogMomentUnplanned(e, LogName);
        }
        finally
        {
            _reminderGate.Release();
        }
    }

    private async Task EndMomentsAsync()
    {
        await _reminderGate.WaitAsync();
        try
        {
            if (_momentAt is null && await this.GetReminder(MomentName) is { } reminder)
                await this.UnregisterReminder(reminder);
        }
        finally
        {
            _reminderGate.Release();
        }
    }
}
