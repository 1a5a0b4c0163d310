using Dapper;
using UptimeSquirrel.Adapters.Database.Auditing;
using UptimeSquirrel.Adapters.Database.Journal;
using UptimeSquirrel.Adapters.Database.Maintenance;

namespace UptimeSquirrel.Adapters.Database.Sqlite;

/// <summary>Keeps a SQLite file in shape.</summary>
internal sealed class SqliteMaintenance(UptimeDatabase database, DatabaseOptions options, TimeProvider clock) : IMaintenance
{
    // The latencies that 50, 95 and 99 of 100 good checks of a day did not go beyond. Without a good check what is there stays.
    private const string RankDay =
        """
        update uptime_day set (p50_us, p95_us, p99_us) = (
          select min(case when n * 100 >= c * 50 then latency_us end), min(case when n * 100 >= c * 95 then latency_us end),
            min(case when n * 100 >= c * 99 then latency_us end)
          from (select latency_us, row_number() over (order by latency_us) as n, count(*) over () as c from check_result
            where website_id = @website and at >= @day and at < @day + @oneDay and failure = 0 and doubted = 0 and maintenance = 0))
        where website_id = @website and day = @day and exists (
          select 1 from check_result
          where website_id = @website and at >= @day and at < @day + @oneDay and failure = 0 and doubted = 0 and maintenance = 0)
        """;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.Journal.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var summed = (await connection.QueryAsync<long>("select day from day_to_sum where day < @today", new { today = Day(0) }, transaction)).AsList();
        await connection.ExecuteAsync(
            """
            insert into uptime_day (website_id, day, checks, failures, latency_sum_us, latency_max_us, hours)
            select h.website_id, d.day, sum(h.checks), sum(h.failures), sum(h.latency_sum_us), max(h.latency_max_us), count(*)
            from day_to_sum d
            join uptime_hour h on h.hour >= d.day and h.hour < d.day + @oneDay
            where d.day < @today
            group by h.website_id, d.day
            on conflict (website_id, day) do update set
              checks = excluded.checks, failures = excluded.failures,
              latency_sum_us = excluded.latency_sum_us, latency_max_us = excluded.latency_max_us, hours = excluded.hours;
            delete from day_to_sum where day < @today;
            delete from delivery where at < @oldestDelivery;
            delete from audit where at < @oldestAudit;
            """,
            new { oneDay = SqliteChecks.Day, today = Day(0), oldestDelivery = Day(options.DaysOfDeliveries), oldestAudit = Day(AuditStore.DaysKept) },
            transaction);
        await transaction.CommitAsync(cancellationToken);

        // Website by website, each along its key and in a transaction of its own: nobody has to wait for all of them.
        foreach (var website in await connection.QueryAsync<string>("select website_id from last_check"))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var day in summed)
                await connection.ExecuteAsync(RankDay, new { website, day, oneDay = SqliteChecks.Day });
            await connection.ExecuteAsync(
                """
                delete from check_result where website_id = @website and at < @oldestCheck;
                delete from uptime_hour where website_id = @website and hour < @oldestHour;
                """,
                new { website, oldestCheck = Day(options.DaysOfChecks), oldestHour = Day(options.DaysOfHours) });
        }
    }

    private long Day(int daysAgo) => StoredNumbers.UnixMicroseconds(new DateTimeOffset(clock.GetUtcNow().UtcDateTime.Date.AddDays(-daysAgo), TimeSpan.Zero));
}
