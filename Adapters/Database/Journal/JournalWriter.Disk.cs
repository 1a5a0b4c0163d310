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

    /// <summary>Takes the next batch from the disk. Returns whether there was one.</summary>
    private bool ReadFromDisk()
    {
        try
        {
            while (_inHand == 0 && _spill.HasRows)
                _inHand = _spill.Read(_batch, reason => LogUnreadable(_spill.Folder, reason));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogDiskTrouble(e, _spill.Folder, 0);
            _spill.Abandon();
        }

        return _batchIsOnDisk = _inHand > 0;
    }

    private void ForgetStoredOnDisk()
    {
        try
        {
            _spill.SetStored();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogDiskTrouble(e, _spill.Folder, 0);
            _spill.Abandon();
        }
    }

    private void LetGoOfDisk()
    {
        try
        {
            _spill.Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogDiskTrouble(e, _spill.Folder, 0);
        }
    }

    /// <summary>Moves the batch in hand, unless it came from there, and the queue. Returns whether the batch is on the disk now and only there.</summary>
    private bool MoveToDisk(int count)
    {
        try
        {
            if (!_batchIsOnDisk)
                foreach (ref readonly var entry in _batch.AsSpan(0, count))
                    Append(entry);
            var moved = 0;
            for (; TryTake(out var entry); moved++)
                Append(entry);
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

    // A row that cannot be written down must not keep the others from it.
    private void Append(in JournalEntry entry)
    {
        try
        {
            _spill.Append(entry);
        }
        catch (Exception e) when (e is not (IOException or UnauthorizedAccessException))
        {
            LogUnwritable(e, entry.Describe(), _spill.Folder);
        }
    }
}
