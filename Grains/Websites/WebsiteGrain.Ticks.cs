using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Websites;

// When to look. A tick means "look now": it may come late, twice, or not at all, and then a silo that misses the check asks for it.
internal sealed partial class WebsiteGrain
{
    private DateTimeOffset? _lastTickServed;
    private IGrainTimer? _overdueLook;

    public Task ReceiveReminder(string reminderName, TickStatus status) => ReceiveReminder(reminderName, status, CancellationToken.None);

    public async Task ReceiveReminder(string reminderName, TickStatus status, CancellationToken cancellationToken)
    {
        if (_website is null && !await FindAgainAsync())
            return;

        var now = clock.GetUtcNow();
        if (_website!.Standing == Standing.Paused)
            await UnregisterReminderAsync();
        if (_website is null or { Standing: Standing.Paused } || TickRules.IsRepeat(_lastTickServed, now, _website.Settings.Interval))
            return;

        var missed = TickRules.Missed(_lastTickServed, now, _website.Settings.Interval);
        _lastTickServed = now;
        await ServeTickAsync(status.CurrentTickTime, now, missed);
    }

    // Interleaves with everything, so it only decides: the look waits for its turn like a tick.
    public Task<bool> LookIfOverdueAsync(DateTimeOffset dueAt, DateTimeOffset? checkedAt)
    {
        if (_website is null or { Standing: Standing.Paused } || TickRules.IsServed(_lastTickServed, dueAt, _website.Settings.Interval))
            return Task.FromResult(false);

        var now = clock.GetUtcNow();
        var missed = TickRules.Missed(_lastTickServed ?? checkedAt, dueAt, _website.Settings.Interval);
        _lastTickServed = now;
        _overdueLook?.Dispose();
        _overdueLook = this.RegisterGrainTimer(
            _ => ServeOverdueTickAsync(dueAt, now, missed), new GrainTimerCreationOptions(TimeSpan.Zero, Timeout.InfiniteTimeSpan) { KeepAlive = true });
        return Task.FromResult(true);
    }

    private Task ServeOverdueTickAsync(DateTimeOffset dueAt, DateTimeOffset now, int missed) =>
        _website is null or { Standing: Standing.Paused } ? Task.CompletedTask : ServeTickAsync(dueAt, now, missed);

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
