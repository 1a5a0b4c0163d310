using Orleans.Storage;
using UptimeSquirrel.Grains.Absence;

namespace UptimeSquirrel.Grains.Owners;

// How the outbox gets into the database, and what holds while it does not.
internal sealed partial class OwnerNotificationGrain
{
    // Writes that seemed to fail, but that the database may have carried out.
    private readonly HashSet<long> _unsureVersions = [];

    // Alerts that are being accepted: until they are stored nobody is told, for whoever handed them over may have to take them back.
    private readonly HashSet<string> _unstored = [];

    // Changes are counted: while one is being written, another may come that is not in what is written.
    private long _changes;
    private long _changesSaved;
    private int _notesUnsaved;

    private bool IsUnsaved => _changesSaved < _changes;

    /// <summary>Stores a new alert, or leaves nothing of it behind: then somebody else may tell it.</summary>
    private async Task StoreNewAsync(string alertId)
    {
        _unstored.Add(alertId);
        try
        {
            // First what wakes this grain after a crash: without an alert it ends itself.
            if (stored.State.Waiting.Count > 0)
                await EnsureReminderAsync();
            await SaveAsync();
        }
        catch
        {
            Outbox.Refuse(stored.State, alertId);
            throw;
        }
        finally
        {
            _unstored.Remove(alertId);
        }
    }

    // What somebody asked for. Whoever is told that it failed will do it again: so nothing must be changed while it is known that it cannot be stored.
    private async Task ChangeAsync(Action<OwnerState> change)
    {
        if (database.IsAway)
            throw new DatabaseAwayException();
        change(stored.State);
        try
        {
            await SaveAsync();
        }
        catch (Exception e) when (e is not InconsistentStateException)
        {
            // It may have been carried out, and what waits may have been sorted by it: so it is stored as soon as that is possible.
            DeliverIn(NoChannel, _saveAgainIn);
            throw;
        }
    }

    /// <summary>Saves what was delivered, if that can be done now. An absent database must not keep the next delivery waiting.</summary>
    private async Task TrySaveAsync()
    {
        try
        {
            await SaveAsync();
        }
        catch (DatabaseAwayException)
        {
            // Told once for the whole silo; PlanNext comes back to it.
        }
        catch (Exception e) when (e is not InconsistentStateException)
        {
            LogOutboxUnsaved(e, LogName, stored.State.Waiting.Count);
        }
    }

    // What is in memory and not stored must not be forgotten: what was delivered would be delivered again after the next start.
    private async Task SaveAsync()
    {
        var change = ++_changes;
        if (database.IsAway)
            throw new DatabaseAwayException();
        _notesUnsaved = 0;
        var version = stored.State.Version = Math.Max(stored.State.Version + 1, clock.GetUtcNow().ToUnixTimeMilliseconds());
        try
        {
            await WriteAfterUnsureAsync();
            _changesSaved = Math.Max(_changesSaved, change);
            _unsureVersions.Clear();
        }
        catch (Exception e) when (e is not InconsistentStateException)
        {
            _unsureVersions.Add(version);
            database.Report(e);
            throw;
        }
    }

    private async Task WriteAfterUnsureAsync()
    {
        try
        {
            await stored.WriteStateAsync(CancellationToken.None);
        }
        catch (InconsistentStateException) when (_unsureVersions.Count > 0)
        {
            // A write that seemed to fail may have gone through. If what is there is ours, nobody else has written.
            var ours = stored.State;
            await stored.ReadStateAsync(CancellationToken.None);
            var there = stored.State.Version;
            stored.State = ours;
            if (!_unsureVersions.Contains(there))
                throw;
            await stored.WriteStateAsync(CancellationToken.None);
        }
    }
}
