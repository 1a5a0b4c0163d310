using Npgsql;
using NpgsqlTypes;
using UptimeSquirrel.Adapters.Database.Journal;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Journal;

namespace UptimeSquirrel.Adapters.Database.Postgres;

/// <summary>Checks as one array for each column; used again and again, so that a check costs no object.</summary>
internal sealed class CheckColumns
{
    private readonly List<Guid> _website = [];
    private readonly List<DateTime> _at = [];
    private readonly List<int> _latency = [];
    private readonly List<short?> _status = [];
    private readonly List<short> _failure = [];
    private readonly List<string?> _reason = [];
    private readonly List<bool> _doubted = [];
    private readonly List<bool> _maintenance = [];
    private readonly List<long?> _phases = [];

    public int Count => _website.Count;

    /// <summary>The days (UTC) of these checks.</summary>
    public SortedSet<DateOnly> Days { get; } = [];

    /// <summary>Takes these checks, but for those so old that they would be deleted at once.</summary>
    public void Fill(List<CheckRow> checks, DateOnly oldestKept)
    {
        Clear();
        var last = default(DateOnly);
        foreach (var check in checks)
        {
            var day = DateOnly.FromDateTime(check.At.UtcDateTime);
            if (day < oldestKept)
                continue;
            if (day != last)
                Days.Add(last = day);
            _website.Add(check.Website.Value);
            _at.Add(check.At.UtcDateTime);
            _latency.Add(StoredNumbers.Microseconds(check.Latency));
            _status.Add(StoredNumbers.Status(check.StatusCode));
            _failure.Add((short)check.Failure);
            _reason.Add(check.Failure == FailureKind.None ? null : StoredText.CleanOrNull(check.Reason));
            _doubted.Add(check.IsDoubted);
            _maintenance.Add(check.IsInMaintenance);
            _phases.Add(check.Phases == 0 ? null : check.Phases);
        }
    }

    /// <summary>Stores those of a day.</summary>
    public NpgsqlBatchCommand Insert(DateOnly day) => new(CheckSql.InsertInto(day))
    {
        Parameters =
        {
            Columns.Of("website", NpgsqlDbType.Uuid, _website),
            Columns.Of("at", NpgsqlDbType.TimestampTz, _at),
            Columns.Of("latency", NpgsqlDbType.Integer, _latency),
            Columns.Of("status", NpgsqlDbType.Smallint, _status),
            Columns.Of("failure", NpgsqlDbType.Smallint, _failure),
            Columns.Of("reason", NpgsqlDbType.Text, _reason),
            Columns.Of("doubted", NpgsqlDbType.Boolean, _doubted),
            Columns.Of("maintenance", NpgsqlDbType.Boolean, _maintenance),
            Columns.Of("phases", NpgsqlDbType.Bigint, _phases),
        },
    };

    private void Clear()
    {
        Days.Clear();
        _website.Clear();
        _at.Clear();
        _latency.Clear();
        _status.Clear();
        _failure.Clear();
        _reason.Clear();
        _doubted.Clear();
        _maintenance.Clear();
        _phases.Clear();
    }
}
