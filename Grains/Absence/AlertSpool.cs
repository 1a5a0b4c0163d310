using System.Collections.Concurrent;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Absence;

/// <summary>The alerts of this silo that could not be stored in the database: in memory, and line by line on the disk.</summary>
/// <remarks>
/// Who tells what, so that nobody is told twice:
/// 1. An alert that the owner's grain has accepted is told by its outbox, any other that is in here by <see cref="SpoolTeller"/>. An
///    <c>AcceptAsync</c> that fails leaves nothing behind in the owner's grain.
/// 2. As long as an alert is in here, only <see cref="SpoolTeller"/> hands it over, together with the names of those it has told. The
///    website's own hand-over comes after that, and is recognised by the alert's id.
/// 3. For each owner it is either handing over or telling, never both at a time; a hand-over whose outcome is not known is repeated, and
///    nobody is told until it is known.
/// </remarks>
internal sealed class AlertSpool(ISpoolFile file) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly ConcurrentDictionary<WebsiteId, SpooledWebsite> _websites = new();
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when something was put in since the last call.</summary>
    public Task NewsAsync()
    {
        if (_news.Task.IsCompleted)
            _news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _news.Task;
    }

    public bool Holds(WebsiteId website) => _websites.ContainsKey(website);

    /// <summary>The owners who are to be told something in here.</summary>
    public IReadOnlyList<OwnerId> Owners => [.. _websites.Values.Select(website => website.Kept.Owner).Distinct()];

    public IReadOnlyList<SpooledWebsite> Of(OwnerId owner) => [.. _websites.Values.Where(website => website.Kept.Owner == owner)];

    /// <summary>Takes over what a crash left behind. Returns how many websites that are.</summary>
    public int Open()
    {
        foreach (var entry in file.Open())
            Apply(entry);
        if (_websites.IsEmpty)
            file.Clear();
        return _websites.Count;
    }

    /// <summary>Keeps a website's alerts; when this has ended they are written down.</summary>
    /// <exception cref="IOException">The disk does not take them.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not write there.</exception>
    public async Task KeepAsync(WebsiteId website, KeptAlerts kept)
    {
        await WriteAsync(new SpoolEntry { Website = website, Kept = kept });
        _news.TrySetResult();
    }

    /// <summary>Notes what came of an attempt, and so it is with everything that has been done: it counts although the disk may not take the note.</summary>
    /// <exception cref="IOException">The disk does not take it; after a crash it is done once more.</exception>
    public Task NoteToldAsync(WebsiteId website, Delivery delivery) => WriteAsync(new SpoolEntry { Website = website, Told = delivery });

    public Task NoteAcceptedAsync(WebsiteId website, string alertId) => WriteAsync(new SpoolEntry { Website = website, Accepted = alertId });

    public Task NoteSavedAsync(SpooledWebsite website) => WriteAsync(new SpoolEntry { Website = website.Id, SavedUpTo = website.Kept.Version });

    public void Dispose() => _gate.Dispose();

    private async Task WriteAsync(SpoolEntry entry)
    {
        await _gate.WaitAsync();
        try
        {
            if (entry.Kept is null)
                Apply(entry);
            file.Append(entry);
            if (entry.Kept is not null)
                Apply(entry);
            if (_websites.IsEmpty)
                file.Clear();
        }
        finally
        {
            _gate.Release();
        }
    }

    private void Apply(SpoolEntry entry)
    {
        var known = _websites.GetValueOrDefault(entry.Website);
        if (entry.Kept is { } kept && (known is null || kept.Version >= known.Kept.Version))
            _websites[entry.Website] = SpooledWebsite.From(entry.Website, kept, known);
        else if (known is null)
            return;
        else if (entry.Told is { } told)
            _websites[entry.Website] = known.With(told.AlertId, alert => alert with { Deliveries = [.. alert.Deliveries, told] });
        else if (entry.Accepted is { } accepted)
            _websites[entry.Website] = known.With(accepted, alert => alert with { IsAccepted = true });
        else if (entry.SavedUpTo >= known.Kept.Version)
            _websites.TryRemove(entry.Website, out _);
    }
}
