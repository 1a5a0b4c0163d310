using Npgsql;
using NpgsqlTypes;
using UptimeSquirrel.Adapters.Database.Journal;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Journal;

namespace UptimeSquirrel.Adapters.Database.Postgres;

/// <summary>Checks as one array for each column; used again and again, so that a check costs no object.</summary>
internal sealed class CheckColumns
{
    // "added" holds only rows that were new, so a repeat adds nothing to the sums. What is doubted is kept, and counts nowhere; what is seen in maintenance,
    // and what saw nothing, counts into no sum. Everything is in the order of the website's id: two silos that write the same websites then wait for each other instead of killing each other.
    private static readonly string _sql =
        $"""
        with batch as (
          select * from unnest(@website, @at, @latency, @status, @failure, @reason, @doubted, @maintenance, @phases)
            as b(website_id, at, latency_us, status, failure, reason, doubted, maintenance, phases)),
        added as (
          insert into check_result (website_id, at, latency_us, status, failure, reason, doubted, maintenance, phases)
          select website_id, at, latency_us, status, failure, reason, doubted, maintenance, phases from batch order by website_id, at
          on conflict do nothing
          returning website_id, at, latency_us, status, failure, reason, doubted, maintenance),
        believed as (select * from added where not doubted),
        counted as (select * from believed where not maintenance and failure not in ({StoredNumbers.NoNews})),
        sums as (
          insert into uptime_hour as h (website_id, hour, checks, failures, latency_sum_us, latency_max_us)
          select website_id, date_trunc('hour', at, 'UTC'), count(*), count(*) filter (where failure <> 0), sum(latency_us), max(latency_us)
          from counted
          group by 1, 2 order by 1, 2
          on conflict (website_id, hour) do update set
            checks = h.checks + excluded.checks,
            failures = h.failures + excluded.failures,
            latency_sum_us = h.latency_sum_us + excluded.latency_sum_us,
            latency_max_us = greatest(h.latency_max_us, excluded.latency_max_us))
        insert into last_check as l (website_id, at, latency_us, status, failure, reason)
        select distinct on (website_id) website_id, at, latency_us, status, failure, reason
        from believed
        order by website_id, at desc
        on conflict (website_id) do update set
          at = excluded.at, latency_us = excluded.latency_us, status = excluded.status, failure = excluded.failure, reason = excluded.reason
        where l.at < excluded.at
        """;

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

    public NpgsqlBatchCommand Insert() => new(_sql)
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
