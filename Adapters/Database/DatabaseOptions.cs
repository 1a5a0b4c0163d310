namespace UptimeSquirrel.Adapters.Database;

/// <summary>Where everything is kept, and for how long.</summary>
public sealed record DatabaseOptions
{
    /// <summary>
    /// With <c>Host</c> (or <c>Server</c>) a PostgreSQL connection string: <c>Host=db;Database=uptime;Username=uptime;Password=…</c>.
    /// Otherwise one of SQLite: <c>Data Source=data/uptimesquirrel.db</c>, the default. SQLite serves one silo only.
    /// </summary>
    public string ConnectionString { get; init; } = "Data Source=data/uptimesquirrel.db";

    /// <summary>Which kind of database the connection string means.</summary>
    public DatabaseKind Kind => DatabaseConnectionString.KindOf(ConnectionString);

    /// <summary>
    /// The folder, on a local disk, for alerts and rows of the journal that wait for the database while it is away; default
    /// <c>data/journal-spill</c>. It must outlive the process. A silo that starts there takes over what one that ended left.
    /// </summary>
    public string SpillFolder { get; init; } = Path.Combine("data", "journal-spill");

    /// <summary>Rows that wait in memory at most before they go to <see cref="SpillFolder"/>; 1,000 to 10,000,000, default 200,000 (about 30 MB).</summary>
    public int RowsInMemory { get; init; } = 200_000;

    /// <summary>How many days every single check is kept; 1 to 3,650, default 14.</summary>
    public int DaysOfChecks { get; init; } = 14;

    /// <summary>How many days the sums of each hour are kept; 31 to 3,650, default 90, and at least <see cref="DaysOfChecks"/>. Sums of a day are kept for ever.</summary>
    public int DaysOfHours { get; init; } = 90;

    /// <summary>How many days the log of deliveries is kept; 1 to 3,650, default 90.</summary>
    public int DaysOfDeliveries { get; init; } = 90;

    /// <summary>How long a start waits for a PostgreSQL that does not answer yet; 0 s to 10 min, default 30 s.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Says every setting that is out of its range; nothing when all are good.</summary>
    public IEnumerable<string> FindProblems()
    {
        if (string.IsNullOrWhiteSpace(ConnectionString))
            yield return $"Database:{nameof(ConnectionString)} is empty; it must be set.";
        if (string.IsNullOrWhiteSpace(SpillFolder))
            yield return $"Database:{nameof(SpillFolder)} is empty: expected a folder.";
        if (RowsInMemory is < 1_000 or > 10_000_000)
            yield return $"Database:{nameof(RowsInMemory)} is {RowsInMemory}: expected 1,000 to 10,000,000 rows.";
        if (DaysOfChecks is < 1 or > 3650)
            yield return $"Database:{nameof(DaysOfChecks)} is {DaysOfChecks}: expected 1 to 3,650 days.";
        if (DaysOfHours < Math.Max(31, DaysOfChecks) || DaysOfHours > 3650)
            yield return $"Database:{nameof(DaysOfHours)} is {DaysOfHours}: expected {Math.Max(31, DaysOfChecks)} to 3,650 days, no less than {nameof(DaysOfChecks)}.";
        if (DaysOfDeliveries is < 1 or > 3650)
            yield return $"Database:{nameof(DaysOfDeliveries)} is {DaysOfDeliveries}: expected 1 to 3,650 days.";
        if (StartTimeout < TimeSpan.Zero || StartTimeout > TimeSpan.FromMinutes(10))
            yield return $"Database:{nameof(StartTimeout)} is {StartTimeout}: expected 0 s to 10 min.";
    }
}
