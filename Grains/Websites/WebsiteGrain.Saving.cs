using Orleans.Storage;
using UptimeSquirrel.Grains.Absence;
using UptimeSquirrel.History;
using UptimeSquirrel.Live;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Websites;

// How what was decided gets into the database. A write whose outcome is not known is neither taken for done nor for undone.
internal sealed partial class WebsiteGrain
{
    // Writes that seemed to fail. A server that froze carries out all that it was sent when it thaws, so there can be several.
    private HashSet<long>? _unsureVersions;

    // Under which version the list was last told what is stored. A change in the same millisecond must be newer than that, or the list would not take it.
    private long _listedVersion;

    /// <summary>Saves what is in memory. A database that is away must not stop the checks: what could not be saved is saved with the next look.</summary>
    /// <returns>False when another silo has taken over this website: then nothing that was decided here counts.</returns>
    private async Task<bool> SaveAsync(Standing before, Incident? incident = null)
    {
        _website = _website! with { Version = NextVersion(_website.Version) };
        if (before != _website.Standing)
            LogStanding(before);
        try
        {
            await WriteAsync(_website);
            _isUnsaved = false;
        }
        catch (InconsistentStateException e)
        {
            LogSupplanted(e, LogName);
            await TakeWhatIsStoredAsync();
            return false;
        }
        catch (Exception e)
        {
            _isUnsaved = true;
            if (!database.IsAway)
                LogNotSaved(e, LogName);      // the absence itself is told once, and not by every website
            if (e is not DatabaseAwayException)
                database.Report(e);
            FinishTellingIn(_trySavingAgainIn);
            await SpoolAsync();
        }

        Record(incident);
        if (before != _website.Standing || incident is not null)
            live.Tell(WebsiteRecords.News(_id, _website, LiveKind.Standing, clock.GetUtcNow()));
        return true;
    }

    // What another silo stored counts, be it that it was frozen meanwhile and knows less: the next look must not wait for the next tick.
    private async Task TakeWhatIsStoredAsync(long? unless = null)
    {
        try
        {
            await stored.ReadStateAsync();
        }
        catch (Exception e)
        {
            LogNotRead(e, LogName);

            // One that merely asked goes on with what it knows: as long as the database is away nobody could bring it back.
            if (unless is null)
                DeactivateOnIdle();
            return;
        }

        if (stored.State.Website?.Version == unless)
            return;

        // What the other suspected it may have suspected while it was cut off: an incident begins with what is seen from here.
        (_website, _isUnsaved) = (stored.State.Website is { Standing: Standing.Suspect } suspect ? suspect with { FailuresInARow = 0 } : stored.State.Website, false);
        if (_website is null)
            DeactivateOnIdle();
        else
            LookAgainIn(Patience.RecoveryDelay);
    }

    private async Task WriteAsync(WebsiteState website)
    {
        if (database.IsAway)
            throw new DatabaseAwayException();
        stored.State.Website = website;
        try
        {
            await WriteAfterUnsureAsync(website);
            _unsureVersions = null;
        }
        catch (Exception e) when (e is not InconsistentStateException)
        {
            (_unsureVersions ??= []).Add(website.Version);
            throw;
        }
    }

    private async Task WriteAfterUnsureAsync(WebsiteState website)
    {
        try
        {
            await stored.WriteStateAsync();
        }
        catch (InconsistentStateException) when (_unsureVersions is not null)
        {
            // A write that seemed to fail may have gone through. If what is there is ours, nobody else has written.
            await stored.ReadStateAsync();
            if (stored.State.Website is not { } there || !_unsureVersions.Contains(there.Version))
                throw;
            stored.State.Website = website;
            await stored.WriteStateAsync();
        }
    }

    // A tick for a website that is not in memory: it was removed, or it was stored by a write that seemed to fail.
    private async Task<bool> FindAgainAsync()
    {
        await stored.ReadStateAsync();
        _website = stored.State.Website;
        if (_website is not null)
            return true;
        ForgetInReadModel(knownVersion: 0);
        await UnregisterReminderAsync();
        return false;
    }

    private long NextVersion(long known) => WebsiteRecords.NextVersion(Math.Max(known, _listedVersion), clock.GetUtcNow());

    private void Record(Incident? incident)
    {
        journal.Record(WebsiteRecords.Row(_id, _website!));
        if (incident is not null)
            journal.Record(incident);
    }

    private void ForgetInReadModel(long knownVersion) =>
        journal.Record(new Journal.RemovedWebsite(_id, NextVersion(knownVersion)));
}
