using Dapper;
using UptimeSquirrel.Adapters.Database.Journal;
using UptimeSquirrel.Adapters.Database.Maintenance;

namespace UptimeSquirrel.Adapters.Database.Sqlite;

/// <summary>Keeps a SQLite file in shape.</summary>
internal sealed class SqliteMaintenance(UptimeDatabase database, DatabaseOptions options, TimeProvider clock) : IMaintenance
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.Journal.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(
            """
            insert into uptime_day (website_id, day, checks, failures, latency_sum_us, latency_max_us)
            select h.website_id, d.day, sum(h.checks), sum(h.failures), sum(h.latency_sum_us), max(h.latency_max_us)
            from day_to_sum d
            join uptime_hour h on h.hour >= d.day and h.hour < d.day + @oneDay
            where d.day < @today
            group by h.website_id, d.day
            on conflict (website_id, day) do update set
              checks = excluded.checks, failures = excluded.failures,
              latency_sum_us = excluded.latency_sum_us, latency_max_us = excluded.latency_max_us;
            delete from day_to_sum where day < @today;
            delete from delivery where at < @oldestDelivery;
            """,
            new { oneDay = SqliteChecks.Day, today = Day(0), oldestDelivery = Day(options.DaysOfDeliveries) },
            transaction);
        await transaction.CommitAsync(cancellationToken);

        // Website by website, each along its key and in a transaction of its own: nobody has to wait for all of them.
        foreach (var website in await connection.QueryAsync<string>("select website_id from last_check"))
        {
            cancellationToken.ThrowIfCancellationRequested();
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
