using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Websites;

// When to look. A tick means "look now": it may come late, twice, or not at all, and then a silo that misses the check asks for it.
internal sealed partial class WebsiteGrain
{
    private DateTimeOffset? _servedDue;
    private IGrainTimer? _overdueLook;

    public Task ReceiveReminder(string reminderName, TickStatus status) => ReceiveReminder(reminderName, status, CancellationToken.None);

    public async Task ReceiveReminder(string reminderName, TickStatus status, CancellationToken cancellationToken)
    {
        if (_website is null && !await FindAgainAsync())
            return;
        if (_website!.Standing == Standing.Paused)
            await EndTicksAsync();

        var dueAt = TickRules.DueAt(status.FirstTickTime, status.Period, status.CurrentTickTime);
        if (_website is null or { Standing: Standing.Paused } || TickRules.IsRepeat(_servedDue, dueAt, _website.Settings.Interval))
            return;

        // A change of the interval whose second half failed.
        if (status.Period != _website.Settings.Interval)
            await RegisterReminderAsync(_website.Settings.Interval);
        var missed = TickRules.Missed(_servedDue, dueAt, _website.Settings.Interval);
        _servedDue = dueAt;
        await ServeTickAsync(dueAt, clock.GetUtcNow(), missed);
    }

    // Interleaves with everything, so it only decides: the look waits for its turn like a tick.
    public Task<bool> LookIfOverdueAsync(DateTimeOffset dueAt, DateTimeOffset? checkedAt)
    {
        var now = clock.GetUtcNow();
        if (_website is null or { Standing: Standing.Paused } || TickRules.IsServed(_servedDue, dueAt, now, _website.Settings.Interval))
            return Task.FromResult(false);

        var missed = TickRules.Missed(_servedDue ?? checkedAt, dueAt, _website.Settings.Interval);
        _servedDue = dueAt;
        _overdueLook?.Dispose();
        _overdueLook = this.RegisterGrainTimer(
            _ => ServeOverdueTickAsync(dueAt, now, missed), new GrainTimerCreationOptions(TimeSpan.Zero, Timeout.InfiniteTimeSpan) { KeepAlive = true });
        return Task.FromResult(true);
    }

    private Task ServeOverdueTickAsync(DateTimeOffset dueAt, DateTimeOffset now, int missed)
    {
        _overdueLook?.Dispose();
        _overdueLook = null;
        return _website is null or { Standing: Standing.Paused } ? Task.CompletedTask : ServeTickAsync(dueAt, now, missed);
    }

    // It may have been resumed through another silo that has this website in memory too, after a loss.
    private async Task EndTicksAsync()
    {
        await stored.ReadStateAsync();
        _website = stored.State.Website;
        if (_website is null or { Standing: Standing.Paused })
            await UnregisterReminderAsync();
    }

    private async Task ServeTickAsync(DateTimeOffset dueAt, DateTimeOffset now, int missed)
    {
        if (missed > 0)
            LogMissedTicks(LogName, missed);
        await LookAsync();
        figures.CountTick(TickRules.Lateness(dueAt, now), missed);
        CountOnce();
        MoveHome();
    }
}
