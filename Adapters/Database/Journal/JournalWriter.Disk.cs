namespace UptimeSquirrel.Adapters.Database.Journal;

/// <summary>Rows that wait on the disk.</summary>
internal sealed partial class JournalWriter
{
    private void AdoptWhatOthersLeft()
    {
        try
        {
            if (_spill.Adopt() is var rows and > 0)
                LogAdopted(rows, _spill.Folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogDiskTrouble(e, _spill.Folder, 0);
            _spill.Abandon();
        }
    }

    private int ReadFromDisk()
    {
        var count = 0;
        try
        {
            while (count == 0 && _spill.HasRows)
                count = _spill.Read(_batch, reason => LogUnreadable(_spill.Folder, reason));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogDiskTrouble(e, _spill.Folder, 0);
            _spill.Abandon();
        }

        _batchIsOnDisk = count > 0;
        return count;
    }

    /// <summary>Moves the batch in hand, unless it came from there, and the queue. Returns whether the batch is on the disk now and only there.</summary>
    private bool MoveToDisk(int count)
    {
        try
        {
            if (!_batchIsOnDisk)
                foreach (ref readonly var entry in _batch.AsSpan(0, count))
                    _spill.Append(entry);
            var moved = 0;
            for (; TryTake(out var entry); moved++)
                _spill.Append(entry);
            _spill.Flush();
            LogMoved(moved, _spill.Folder);
            return !_batchIsOnDisk;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var lost = 0;
            for (; Waiting > options.RowsInMemory && TryTake(out var entry); lost++)
                (entry.Other as FlushMark)?.GiveUp();
            LogDiskTrouble(e, _spill.Folder, lost);
            _spill.Abandon();
            return false;
        }
    }
}
