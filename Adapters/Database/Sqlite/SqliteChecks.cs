using Microsoft.Data.Sqlite;
using UptimeSquirrel.Adapters.Database.Journal;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Journal;

namespace UptimeSquirrel.Adapters.Database.Sqlite;

/// <summary>Stores checks, and adds those that were new to the sums.</summary>
internal sealed class SqliteChecks(SqliteConnection connection, SqliteTransaction transaction) : IDisposable
{
    public const long Hour = 3_600_000_000;
    public const long Day = 24 * Hour;

    private readonly SqliteStatement _insert = new(connection, transaction,
        """
        insert into check_result (website_id, at, latency_us, status, failure, reason, doubted, maintenance, phases)
        values (@website, @at, @latency, @status, @failure, @reason, @doubted, @maintenance, @phases)
        on conflict do nothing
        """,
        "website", "at", "latency", "status", "failure", "reason", "doubted", "maintenance", "phases");

    private readonly SqliteStatement _addToHour = new(connection, transaction,
        """
        insert into uptime_hour (website_id, hour, checks, failures, latency_sum_us, latency_max_us)
        values (@website, @hour, 1, @failures, @latency, @latency)
        on conflict (website_id, hour) do update set
          checks = checks + 1,
          failures = failures + excluded.failures,
          latency_sum_us = latency_sum_us + excluded.latency_sum_us,
          latency_max_us = max(latency_max_us, excluded.latency_max_us)
        """,
        "website", "hour", "failures", "latency");

    private readonly SqliteStatement _setLast = new(connection, transaction,
        """
        insert into last_check (website_id, at, latency_us, status, failure, reason)
        values (@website, @at, @latency, @status, @failure, @reason)
        on conflict (website_id) do update set
          at = excluded.at, latency_us = excluded.latency_us, status = excluded.status, failure = excluded.failure, reason = excluded.reason
        where last_check.at < excluded.at
        """,
        "website", "at", "latency", "status", "failure", "reason");

    private readonly SqliteStatement _askForSum = new(connection, transaction,
        "insert into day_to_sum (day) values (@day) on conflict do nothing", "day");

    private long _askedFor = -1;

    public void Store(in CheckRow check)
    {
        var website = check.Website.ToString();
        var at = StoredNumbers.UnixMicroseconds(check.At);
        var latency = StoredNumbers.Microseconds(check.Latency);
        var isFailure = check.Failure != FailureKind.None;
        var reason = isFailure ? StoredText.CleanOrNull(check.Reason) : null;
        var isNew = _insert.Run(
            website, at, latency, StoredNumbers.Status(check.StatusCode), (int)check.Failure, reason, check.IsDoubted ? 1 : 0, check.IsInMaintenance ? 1 : 0,
            check.Phases == 0 ? null : check.Phases) != 0;
        if (!isNew || check.IsDoubted)
            return;
        _setLast.Run(website, at, latency, StoredNumbers.Status(check.StatusCode), (int)check.Failure, reason);
        if (check.IsInMaintenance || FailureKinds.IsNoNews(check.Failure))
            return;
        _addToHour.Run(website, at - (at % Hour), isFailure ? 1 : 0, latency);
        var day = at - (at % Day);
        if (day != _askedFor)
            _askForSum.Run(_askedFor = day);
    }

    public void Dispose()
    {
        _insert.Dispose();
        _addToHour.Dispose();
        _setLast.Dispose();
        _askForSum.Dispose();
    }
}
