using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace UptimeSquirrel.Adapters.Database.Reminders;

/// <summary>
/// Keeps every reminder of this silo's part of the ring in memory, much smaller than Orleans keeps them, and shows Orleans only those that are due soon. So a million
/// of them fit, Orleans never has to go through all of them at once, and ticks go on while the database is away.
/// </summary>
/// <param name="table">Where they are kept.</param>
/// <param name="clock">What they are due by.</param>
/// <param name="logger">For a database that does not answer.</param>
public sealed partial class RememberedReminders(IReminderTable table, TimeProvider clock, ILogger<RememberedReminders> logger) : IReminderTable
{
    /// <summary>How soon a reminder must be due to be shown. Longer than Orleans needs from one look to the next, also when it comes late.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>How often Orleans is to look.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(20);

    // A reminder that is not shown any more is dropped, and with it a tick that was due a moment ago and has not gone off yet.
    private static readonly TimeSpan _tickComesWithin = TimeSpan.FromSeconds(30);

    // What others changed in a part that was not theirs any more is found out one slice at each look, so after five and a half minutes at most; the sweep for overdue websites knows it earlier.
    // To read a million rows at once takes seconds, in which checks wait.
    private const int Slices = 16;
    private const int SlicesAtOnce = 4;

    // A part that was not asked for meanwhile belonged to another silo, and what was changed there is not known here.
    private static readonly TimeSpan _leftAfter = 2 * LookEvery;
    private static readonly TimeSpan _forgetAfter = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<(uint Begin, uint End), RememberedRange> _ranges = new();
    private uint _looks;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => table.StartAsync(cancellationToken);

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => table.StopAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<ReminderTableData> ReadRows(GrainId grainId) => table.ReadRows(grainId);

    /// <inheritdoc/>
    public Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName) => table.ReadRow(grainId, reminderName);

    /// <inheritdoc/>
    public async Task<ReminderTableData> ReadRows(uint begin, uint end)
    {
        var now = clock.GetUtcNow();
        var slices = SlicesOf(begin, end).ToDictionary(bounds => bounds, bounds => _ranges.GetOrAdd(bounds, _ => new RememberedRange()));
        foreach (var slice in slices.Values)
        {
            slice.IsLeft |= now - slice.AskedAt > _leftAfter;
            slice.AskedAt = now;
        }

        ForgetUnused(now);
        var toRead = slices.Where(slice => slice.Value.ReadAt is null || slice.Value.IsLeft).ToList();
        try
        {
            await Parallel.ForEachAsync(
                toRead, new ParallelOptions { MaxDegreeOfParallelism = SlicesAtOnce }, async (slice, _) => await ReadAsync(slice.Key, slice.Value));
        }
        catch (Exception e) when (slices.Values.All(slice => slice.ReadAt is not null))
        {
            // What is in memory has to do; the next look tries again.
            LogNotRead(e);
        }

        if (toRead.Count == 0)
            _ = TryReadAsync(slices.ElementAt((int)(Interlocked.Increment(ref _looks) % slices.Count)));

        return await Task.Run(() => new ReminderTableData(
            slices.Values.SelectMany(slice => slice.DueBetween(now.UtcDateTime - _tickComesWithin, now.UtcDateTime + Window))));
    }

    /// <inheritdoc/>
    public async Task<string?> UpsertRow(ReminderEntry entry)
    {
        if (await table.UpsertRow(entry) is not { } version)
            return null;
        foreach (var (bounds, range) in _ranges)
            if (Contains(bounds, entry.GrainId))
                range.Put(entry, version);
        return version;
    }

    /// <inheritdoc/>
    public async Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag)
    {
        var isRemoved = await table.RemoveRow(grainId, reminderName, eTag);
        if (isRemoved)
            foreach (var range in _ranges.Values)
                range.Remove(grainId, reminderName);
        return isRemoved;
    }

    /// <inheritdoc/>
    public Task TestOnlyClearTable() => table.TestOnlyClearTable();

    // Begin = end is the whole ring.
    internal static bool Contains((uint Begin, uint End) range, GrainId grain)
    {
        var hash = grain.GetUniformHashCode();
        return range.Begin < range.End ? hash > range.Begin && hash <= range.End : hash > range.Begin || hash <= range.End;
    }

    // Equal parts of the ring. No part may be empty, for begin = end is the whole ring.
    internal static IEnumerable<(uint Begin, uint End)> SlicesOf(uint begin, uint end)
    {
        var length = begin == end ? 1UL << 32 : unchecked(end - begin);
        var count = Math.Min(length, Slices);
        for (var i = 0UL; i < count; i++)
            yield return (Bound(i), Bound(i + 1));

        uint Bound(ulong i) => unchecked((uint)(begin + (length * i / count)));
    }

    private Task ReadAsync((uint Begin, uint End) bounds, RememberedRange range) =>
        range.ReadAsync(() => table.ReadRows(bounds.Begin, bounds.End), clock.GetUtcNow());

    private async Task TryReadAsync(KeyValuePair<(uint Begin, uint End), RememberedRange> slice)
    {
        try
        {
            await ReadAsync(slice.Key, slice.Value);
        }
        catch (Exception e)
        {
            LogNotRead(e);
        }
    }

    private void ForgetUnused(DateTimeOffset now)
    {
        foreach (var (bounds, range) in _ranges)
            if (now - range.AskedAt > _forgetAfter)
                _ranges.TryRemove(bounds, out _);
    }

    [LoggerMessage(1410, LogLevel.Debug, "Reminders cannot be read anew; ticks go on with those in memory")]
    private partial void LogNotRead(Exception exception);
}
