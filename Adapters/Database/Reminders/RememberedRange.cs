namespace UptimeSquirrel.Adapters.Database.Reminders;

/// <summary>All reminders of one part of the ring, as the database had them and as they were changed from here since.</summary>
internal sealed class RememberedRange
{
    private readonly Lock _lock = new();
    private Dictionary<(GrainId Grain, string Name), ReminderEntry> _rows = [];
    private List<Change>? _changes;
    private Task? _reading;

    /// <summary>When they were last read; null when never.</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>When they were last asked for.</summary>
    public DateTimeOffset AskedAt { get; set; }

    /// <summary>Whether they were another silo's meanwhile, and have not been read since.</summary>
    public bool IsLeft { get; set; }

    /// <summary>Reads them anew, once at a time: whoever comes meanwhile waits for the same.</summary>
    public Task ReadAsync(Func<Task<ReminderTableData>> readAsync, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (_reading is { IsCompleted: false } running)
                return running;
            _changes = [];
            return _reading = Task.Run(() => ReadOnceAsync(readAsync, now));
        }
    }

    public void Put(ReminderEntry row, string version) => Set((row.GrainId, row.ReminderName), Lean(row, version));

    public void Remove(GrainId grain, string name) => Set((grain, name), null);

    /// <summary>Those that are due between two moments, UTC.</summary>
    public List<ReminderEntry> DueBetween(DateTime from, DateTime to)
    {
        lock (_lock)
            return [.. _rows.Values.Where(row => DueAfter(row, from) <= to - from)];
    }

    // How long after a moment a reminder is due next.
    private static TimeSpan DueAfter(ReminderEntry row, DateTime moment)
    {
        var since = moment - row.StartAt;
        return since < TimeSpan.Zero ? -since : TimeSpan.FromTicks(row.Period.Ticks - since.Ticks % row.Period.Ticks);
    }

    // What is changed from here meanwhile may be missing in what the database answers, and is done again to it.
    private async Task ReadOnceAsync(Func<Task<ReminderTableData>> readAsync, DateTimeOffset now)
    {
        try
        {
            var table = await readAsync();
            var rows = new Dictionary<(GrainId, string), ReminderEntry>(table.Reminders.Count);
            foreach (var row in table.Reminders)
                rows[(row.GrainId, row.ReminderName)] = Lean(row, row.ETag ?? "");
            lock (_lock)
            {
                foreach (var change in _changes!)
                    Apply(rows, change);
                (_rows, ReadAt, IsLeft) = (rows, now, false);
            }
        }
        finally
        {
            lock (_lock)
                _changes = null;
        }
    }

    private void Set((GrainId, string) key, ReminderEntry? row)
    {
        var change = new Change(key, row);
        lock (_lock)
        {
            Apply(_rows, change);
            _changes?.Add(change);
        }
    }

    private static void Apply(Dictionary<(GrainId, string), ReminderEntry> rows, Change change)
    {
        if (change.Row is null)
            rows.Remove(change.Key);
        else
            rows[change.Key] = change.Row;
    }

    // Nearly all have the same name and one of a few versions: a million copies of them would be tens of megabytes.
    private static ReminderEntry Lean(ReminderEntry row, string version) => new()
    {
        GrainId = row.GrainId,
        ReminderName = string.Intern(row.ReminderName),
        StartAt = row.StartAt,
        Period = row.Period,
        ETag = string.Intern(version),
    };

    private readonly record struct Change((GrainId, string) Key, ReminderEntry? Row);
}
