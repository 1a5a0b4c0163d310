using System.Text.Json;
using UptimeSquirrel.Grains.Absence;
using UptimeSquirrel.Grains.Heartbeats;
using UptimeSquirrel.Grains.Warnings;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Websites;

// What waits on the disk while the database is away, and how it comes back.
internal sealed partial class WebsiteGrain : IWebsiteRecall
{
    private (long Alert, long Warning) _spooledNumbers;
    private IGrainTimer? _rereading;

    // Interleaves with everything, so reading what is stored waits for its turn.
    public Task WakeAsync()
    {
        if (_website is not null && !HasUnfinishedBusiness)
            _rereading ??= this.RegisterGrainTimer(_ => TakeWhatAnotherStoredAsync(), new GrainTimerCreationOptions(TimeSpan.Zero, Timeout.InfiniteTimeSpan));
        return Task.CompletedTask;
    }

    public async Task<bool> TakeBackAsync(string state)
    {
        if (_website is null)
        {
            await stored.ReadStateAsync();
            _website = stored.State.Website;
        }

        if (_website is not { } website)
            return true;      // removed since

        var spooled = JsonSerializer.Deserialize<WebsiteState>(state)!;
        if (spooled.AlertNumber > website.AlertNumber)
            website = website.Standing == Standing.Paused
                ? website with { AlertNumber = spooled.AlertNumber }
                : spooled with
                {
                    Settings = website.Settings,
                    Revision = website.Revision,
                    Heartbeat = HeartbeatRules.Merge(website.Heartbeat, spooled.Heartbeat),
                    Version = Math.Max(spooled.Version, website.Version),

                    // What was decided here meanwhile waits on: nobody decides it again.
                    Unsent = [.. spooled.Unsent, .. website.Unsent.Where(alert => spooled.Unsent.All(kept => kept.Id != alert.Id))],
                };
        website = WarningRules.WithLater(WarningRules.WithLater(website, spooled), _website);
        var accepted = spooled.Unsent.Select(alert => alert.Id).ToHashSet();
        var before = _website.Standing;
        _website = website with { Unsent = [.. website.Unsent.Where(alert => !accepted.Contains(alert.Id))] };
        return await SaveAsync(before, spooled.LastIncident) && !_isUnsaved;
    }

    // A silo that woke up after a long sleep may have written down, before it noticed, what it suspected of a website that lives here now.
    private async Task TakeWhatAnotherStoredAsync()
    {
        _rereading?.Dispose();
        _rereading = null;
        if (_website is not { } known || HasUnfinishedBusiness || database.IsAway)
            return;
        await TakeWhatIsStoredAsync(unless: known.Version);

        // What it wrote may have got no further than into the list.
        if (_website is { } website)
            journal.Record(WebsiteRecords.Row(_id, website with { Version = _listedVersion = NextVersion(website.Version) }));
    }

    /// <summary>Writes alerts down on the disk that cannot be stored in the database. They stay unsent here all the same.</summary>
    private async Task SpoolAsync()
    {
        if (_website!.Unsent.Count == 0 || (_spooledNumbers == (_website.AlertNumber, _website.WarningNumber) && spool.Holds(_id)))
            return;
        try
        {
            await spool.KeepAsync(_id, new KeptAlerts(_website.Owner, _website.Version, JsonSerializer.Serialize(_website), _website.Unsent));
            _spooledNumbers = (_website.AlertNumber, _website.WarningNumber);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogNotSpooled(e, LogName, _website.Unsent.Count);
        }
    }
}
