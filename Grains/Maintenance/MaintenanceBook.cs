using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using UptimeSquirrel.Maintenance;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Maintenance;

/// <summary>All maintenance windows, known to this silo without asking anybody, and at most 5 seconds old.</summary>
/// <remarks>
/// A healthy check asks it, so that must cost no more than a look into a dictionary that is nearly always empty. While the database is
/// away the windows known so far stay in force.
/// </remarks>
internal sealed partial class MaintenanceBook(IMaintenanceStore store, TimeProvider clock, ILogger<MaintenanceBook> logger) : BackgroundService
{
    private static readonly TimeSpan _readEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _firstReadPatience = TimeSpan.FromSeconds(5);

    // Longer than the 90 days of status pages. The uptime of a year takes out no maintenance that was before that.
    private static readonly TimeSpan _keptFor = TimeSpan.FromDays(95);

    private readonly ConcurrentDictionary<OwnerId, IReadOnlyList<MaintenanceWindow>> _windows = new();
    private readonly ConcurrentDictionary<(OwnerId, string), bool> _notUnderstood = new();
    private StrongBox<DateTimeOffset>? _readUpTo;
    private Task? _firstRead;

    /// <summary>The time of maintenance in which a website is at a moment, the one that ends last; null when in none.</summary>
    public MaintenanceSpan? At(OwnerId owner, WebsiteUrl url, IReadOnlyList<string> tags, DateTimeOffset moment)
    {
        if (!_windows.TryGetValue(owner, out var windows))
            return null;
        MaintenanceSpan? latest = null;
        foreach (var window in windows)
            if (WindowRules.AppliesTo(window, url, tags) && WindowRules.At(window, moment) is { } span && (latest is null || span.To > latest.Value.To))
                latest = span;
        return latest;
    }

    /// <summary>All times of maintenance of a website that overlap a part of time; they may overlap one another.</summary>
    public IReadOnlyList<MaintenanceSpan> Spans(OwnerId owner, WebsiteUrl url, IReadOnlyList<string> tags, DateTimeOffset from, DateTimeOffset to) =>
        _windows.TryGetValue(owner, out var windows)
            ? [.. windows.Where(window => WindowRules.AppliesTo(window, url, tags)).SelectMany(window => WindowRules.Spans(window, from, to))]
            : [];

    /// <summary>The windows of an owner, also those that are over.</summary>
    public IReadOnlyList<MaintenanceWindow> Of(OwnerId owner) => _windows.GetValueOrDefault(owner) ?? [];

    /// <summary>Takes over a window as it is now.</summary>
    public void Take(MaintenanceWindow window)
    {
        var forgotten = clock.GetUtcNow() - _keptFor;
        if ((window.RemovedAt ?? window.To) < forgotten)
            return;
        if (!WindowRules.IsUnderstood(window))
        {
            // A window is no reason to stop checking a website.
            if (_notUnderstood.TryAdd((window.Owner, window.Id), true))
                LogNotUnderstood(window.Id, window.Zone);
            return;
        }

        _windows.AddOrUpdate(window.Owner, [window], (_, known) =>
        {
            // A removal is never taken back: what was read may be older than what is known.
            var before = known.FirstOrDefault(other => other.Id == window.Id);
            var now = before?.RemovedAt is null ? window : before;
            return [.. known.Where(other => other.Id != window.Id && !((other.RemovedAt ?? other.To) < forgotten)), now];
        });
    }

    /// <summary>Reads what changed since the last time.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        var (windows, readUpTo) = await store.ReadAsync(_readUpTo?.Value, cancellationToken);
        foreach (var window in windows)
            Take(window);
        _readUpTo = new StrongBox<DateTimeOffset>(readUpTo);
    }

    /// <summary>
    /// Sees to it that the windows are known before anything is decided by them: after a start nobody is to be told in the middle of a maintenance.
    /// Costs nothing once they are. A database that does not answer for 5 seconds is no reason to wait longer.
    /// </summary>
    public async ValueTask KnowAsync()
    {
        if (_readUpTo is not null)
            return;
        var reading = _firstRead is { IsCompleted: false } underWay ? underWay : _firstRead = ReadAsync(CancellationToken.None);
        try
        {
            await reading.WaitAsync(_firstReadPatience, clock);
        }
        catch (Exception e)
        {
            LogNotRead(e, _windows.Count);
        }
    }

    // Before the first check: those in maintenance count into no sum.
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await KnowAsync();
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAny(Task.Delay(_readEvery, clock, stoppingToken));
            try
            {
                await ReadAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // The absence of the database is told elsewhere.
                LogNotRead(e, _windows.Count);
            }
        }
    }

    [LoggerMessage(1282, LogLevel.Warning,
        "The maintenance window {Window} is not in force on this silo: its time zone {Zone} is not known here. Install time zone data (tzdata) and restart the silo.")]
    private partial void LogNotUnderstood(string window, string zone);

    [LoggerMessage(1280, LogLevel.Debug, "The maintenance windows could not be read again; the known ones of {Owners} owners stay")]
    private partial void LogNotRead(Exception exception, int owners);
}
