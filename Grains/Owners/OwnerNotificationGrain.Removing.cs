using UptimeSquirrel.Accounts;
using UptimeSquirrel.Defaults;
using UptimeSquirrel.Grains.Journal;
using UptimeSquirrel.History;
using UptimeSquirrel.Maintenance;
using UptimeSquirrel.Owners;
using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Grains.Owners;

// How an owner goes. A mark stays behind, so that what comes late neither makes a new one nor is lost without a word.
internal sealed partial class OwnerNotificationGrain
{
    public async Task<OwnerRemoval> RemoveAsync(string? ifMark)
    {
        if (await FindBondsAsync() is { Any: true } bonds)
            return new OwnerRemoval(OwnerRemovalOutcome.Bound, bonds);

        // Compared and changed without an await in between.
        if (ifMark is not null && ifMark != OwnerMark.Of(stored.State))
            return new OwnerRemoval(OwnerRemovalOutcome.Outdated);
        var isKnown = stored.RecordExists && stored.State.RemovedAt is null;
        var givenUp = isKnown ? await ForgetContactsAsync() : 0;

        // Known or not: a crash after the first of these steps leaves the rest to whoever asks again.
        var hadMore = await ForgetTheRestAsync();
        return new OwnerRemoval(isKnown || hadMore ? OwnerRemovalOutcome.Removed : OwnerRemovalOutcome.Unknown, GivenUp: givenUp);
    }

    private async Task<OwnerBonds> FindBondsAsync()
    {
        var websites = GrainFactory.GetGrain<ICatalogGrain>(0).CountAsync(_owner);
        var pages = GrainFactory.GetGrain<IStatusPagesGrain>(0).ListAsync();
        var keys = GrainFactory.GetGrain<IApiKeysGrain>(0).ListAsync();
        var users = GrainFactory.GetGrain<IUsersGrain>(0).ListAsync();
        return new OwnerBonds(
            (await websites).Total, (await pages).Count(page => page.Owner == _owner), (await keys).Count(key => key.Owner == _owner), (await users).Count(user => user.Owner == _owner));
    }

    private async Task<int> ForgetContactsAsync()
    {
        IReadOnlyList<Delivery> givenUp = [];
        try
        {
            await ChangeAsync(state =>
            {
                givenUp = OwnerRemovalRules.Remove(state, _owner, clock.GetUtcNow());
                state.ContactsVersion = NextContactsVersion(state);
            });
        }
        finally
        {
            // Also when it is not known whether that was stored: nobody tells these any more.
            foreach (var delivery in givenUp)
                journal.Record(delivery);
        }

        WriteIntoBook();
        await journal.TryFlushAsync();
        var alerts = givenUp.Select(delivery => delivery.AlertId).Distinct().Count();
        LogRemoved(LogName, alerts);
        return alerts;
    }

    private async Task<bool> ForgetTheRestAsync()
    {
        var windows = GrainFactory.GetGrain<IMaintenanceGrain>(_owner.GrainKey);
        var planned = await windows.ListAsync();
        foreach (var window in planned)
            await windows.RemoveAsync(window.Window.Id);
        var hadDefaults = await GrainFactory.GetGrain<IOwnerDefaultsGrain>(_owner.GrainKey).ForgetAsync();

        // A reminder that is forgotten here ends itself at its next tick.
        await StopReminderAsync();
        if (NextMoment() is null)
        {
            _momentAt = null;
            await EndMomentsAsync();
        }

        return planned.Count > 0 || hadDefaults;
    }
}
