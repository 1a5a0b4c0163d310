namespace UptimeSquirrel.Adapters.Database.Journal;

/// <summary>Where rows wait on the disk, in their order, when there are too many for the memory.</summary>
internal sealed class JournalSpill(string folder) : IDisposable
{
    private readonly Queue<(long Position, FlushMark Mark)> _marks = new();
    private SpillFile? _file;

    public bool HasRows => _file is { HasRows: true };

    public string Folder => folder;

    /// <summary>Takes over what processes that died have left behind. Returns how many rows that are.</summary>
    public long Adopt()
    {
        if (!Directory.Exists(folder))
            return 0;
        foreach (var path in Directory.EnumerateFiles(folder, "journal-*.spill").Order(StringComparer.Ordinal))
        {
            if (SpillFile.TryOpen(path) is not { } left)
                continue;
            if (_file is null)
                _file = left;
            else
                Move(left, _file);
        }

        return _file?.Appended ?? 0;
    }

    public void Append(in JournalEntry entry)
    {
        if (entry.Other is FlushMark mark)
            _marks.Enqueue((_file?.Appended ?? 0, mark));
        else
            (_file ??= OpenFree()).Append(entry);
    }

    public void Flush() => _file?.Flush();

    public int Read(Span<JournalEntry> rows, Action<string> tellUnreadable) => _file?.Read(rows, tellUnreadable) ?? 0;

    /// <summary>Says that everything read so far is stored.</summary>
    public void SetStored()
    {
        while (_marks.TryPeek(out var next) && next.Position <= (_file?.Taken ?? 0))
            _marks.Dequeue().Mark.SetStored();
        _file?.ForgetStored();
    }

    public void GiveUpMarks()
    {
        while (_marks.TryDequeue(out var next))
            next.Mark.GiveUp();
    }

    /// <summary>Lets go of a file that cannot be written or read any more. What is in it is found again at the next start.</summary>
    public void Abandon()
    {
        var file = _file;
        _file = null;
        GiveUpMarks();
        try
        {
            file?.Dispose();
        }
        catch (IOException)
        {
            // What did not reach the disk could not be kept: the caller has told already that it is lost.
        }
    }

    public void Dispose()
    {
        if (_file is { IsEmpty: true })
            _file.Delete();
        else
            _file?.Dispose();
        _file = null;
    }

    private SpillFile OpenFree()
    {
        Directory.CreateDirectory(folder);
        for (var number = 1; ; number++)
            if (SpillFile.TryOpen(Path.Combine(folder, $"journal-{number}.spill")) is { } file)
                return file;
    }

    private static void Move(SpillFile from, SpillFile to)
    {
        var rows = new JournalEntry[1000];
        while (from.Read(rows, _ => { }) is var count and > 0)
            foreach (var row in rows.AsSpan(0, count))
                to.Append(row);
        to.Flush();
        from.Delete();
    }
}
