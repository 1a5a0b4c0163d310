using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace UptimeSquirrel.Adapters.Database.Journal;

/// <summary>Writes the rows of the queue to the database in batches. While it is away they wait, first in memory, then on the disk.</summary>
/// <remarks>The oldest rows are the batch in hand, then come those on the disk, then the queue: that is how the order is kept.</remarks>
internal sealed partial class JournalWriter(
    ChannelReader<JournalEntry> queue, IJournalStore store, DatabaseOptions options, TimeProvider clock, ILogger<JournalWriter> logger)
    : IDisposable
{
    public const int BatchSize = 5000;

    private static readonly TimeSpan _flushInterval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan _longestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _longAbsence = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _pauseAfterSurprise = TimeSpan.FromSeconds(1);

    private readonly JournalEntry[] _batch = new JournalEntry[BatchSize];
    private readonly JournalSpill _spill = new(options.SpillFolder);
    private readonly DatabaseAbsence _absence = new(clock);
    private readonly CancellationTokenSource _stopping = new();
    private TaskCompletionSource _hurry = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _waiting;
    private int _inHand;
    private bool _batchIsOnDisk;

    /// <summary>Rows in the queue.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    public void CountRecorded()
    {
        if (Interlocked.Increment(ref _waiting) == BatchSize)
            HurryUp();
    }

    /// <summary>Writes now instead of at the end of the interval.</summary>
    public void HurryUp() => Volatile.Read(ref _hurry).TrySetResult();

    /// <summary>Writes what is left and then ends; pauses no more.</summary>
    public void Stop()
    {
        _stopping.Cancel();
        HurryUp();
    }

    public void Dispose()
    {
        _spill.Dispose();
        _stopping.Dispose();
    }

    /// <summary>Runs until the queue is completed and empty, or <paramref name="giveUp"/> says that the time is over.</summary>
    public async Task RunAsync(CancellationToken giveUp)
    {
        AdoptWhatOthersLeft();
        while (await GoesOnAsync(giveUp))
        {
        }

        _spill.GiveUpMarks();
        LetGoOfDisk();
    }

    // Whoever registers a website waits for this writer: nothing that comes up may end it before its time.
    private async Task<bool> GoesOnAsync(CancellationToken giveUp)
    {
        try
        {
            return await WriteNextAsync(giveUp);
        }
        catch (Exception e)
        {
            LogSurprise(e, _inHand, Waiting);
            if (_stopping.IsCancellationRequested)
            {
                MoveToDisk(_inHand);
                return false;
            }

            await Task.WhenAny(Task.Delay(_pauseAfterSurprise, clock, _stopping.Token));
            return true;
        }
    }

    private async Task<bool> WriteNextAsync(CancellationToken giveUp)
    {
        if (_inHand == 0)
            await TakeBatchAsync();
        if (_inHand == 0)
            return false;
        var fate = await StoreBatchAsync(_inHand, giveUp);
        if (fate == Fate.Stored)
            SetStored(_inHand);
        Array.Clear(_batch, 0, _inHand);
        _inHand = 0;
        return fate != Fate.OutOfTime;
    }

    private void SetStored(int count)
    {
        foreach (ref readonly var entry in _batch.AsSpan(0, count))
            (entry.Other as FlushMark)?.SetStored();
        ForgetStoredOnDisk();
    }

    private async ValueTask TakeBatchAsync()
    {
        if (ReadFromDisk() || !await queue.WaitToReadAsync())
            return;
        var hurry = Volatile.Read(ref _hurry);
        if (Waiting < BatchSize && !hurry.Task.IsCompleted && !_stopping.IsCancellationRequested)
            await Task.WhenAny(hurry.Task, Task.Delay(_flushInterval, clock));
        if (hurry.Task.IsCompleted)
            Volatile.Write(ref _hurry, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

        while (_inHand < BatchSize && TryTake(out _batch[_inHand]))
            _inHand++;
        if (Waiting >= BatchSize || (queue.TryPeek(out _) && hurry.Task.IsCompleted))
            HurryUp();
    }

    private bool TryTake(out JournalEntry entry)
    {
        if (!queue.TryRead(out entry))
            return false;
        if (entry.Other is not FlushMark)
            Interlocked.Decrement(ref _waiting);
        return true;
    }

    private async Task<Fate> StoreBatchAsync(int count, CancellationToken giveUp)
    {
        for (var pause = _flushInterval; ; pause = pause * 2 < _longestPause ? pause * 2 : _longestPause)
        {
            try
            {
                await StoreAsync(_batch.AsMemory(0, count), giveUp);
                if (_absence.End(out var lasted))
                    LogBack(lasted, Waiting);
                return Fate.Stored;
            }
            catch (Exception e)
            {
                if (_absence.Begin())
                    LogAway(e, e.Message, options.RowsInMemory, _spill.Folder);
            }

            if (_stopping.IsCancellationRequested)
            {
                MoveToDisk(count);
                return Fate.OutOfTime;
            }

            await Task.WhenAny(Task.Delay(pause, clock, _stopping.Token));

            // What waits in memory dies with the process. So it goes to the disk in a long absence too, and not only for want of room.
            if ((Waiting > options.RowsInMemory || pause >= _longAbsence) && MoveToDisk(count))
                return Fate.OnDisk;
        }
    }

    // One row that the database refuses must not hold up the others: halve until it is found.
    private async Task StoreAsync(ReadOnlyMemory<JournalEntry> rows, CancellationToken giveUp)
    {
        if (rows.IsEmpty)
            return;
        try
        {
            await store.StoreAsync(rows, giveUp);
        }
        catch (Exception e) when (store.IsRefusal(e))
        {
            if (rows.Length == 1)
            {
                LogRefused(e, rows.Span[0].Describe());
                return;
            }

            await StoreAsync(rows[..(rows.Length / 2)], giveUp);
            await StoreAsync(rows[(rows.Length / 2)..], giveUp);
        }
    }

    /// <summary>What became of a batch.</summary>
    private enum Fate
    {
        Stored,
        OnDisk,
        OutOfTime,
    }
}
