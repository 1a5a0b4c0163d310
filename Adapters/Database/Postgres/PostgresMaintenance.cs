using System.Globalization;
using Dapper;
using Npgsql;
using UptimeSquirrel.Adapters.Database.Auditing;
using UptimeSquirrel.Adapters.Database.Maintenance;

namespace UptimeSquirrel.Adapters.Database.Postgres;

/// <summary>Keeps a PostgreSQL database in shape. One silo at a time does it; the others find it being done and go.</summary>
internal sealed class PostgresMaintenance(UptimeDatabase database, DatabaseOptions options, TimeProvider clock) : IMaintenance
{
    private const string Sum =
        """
        insert into uptime_day (website_id, day, checks, failures, latency_sum_us, latency_max_us, hours, p50_us, p95_us, p99_us)
        select h.*, p.us[1], p.us[2], p.us[3]
        from (
          select website_id, @day, sum(checks), sum(failures), sum(latency_sum_us), max(latency_max_us), count(*)
          from uptime_hour
          where hour >= @start and hour < @start + interval '1 day'
          group by website_id) h
        left join (
          select website_id, percentile_disc(array[0.5, 0.95, 0.99]) within group (order by latency_us) as us
          from check_result
          where at >= @start and at < @start + interval '1 day' and failure = 0 and not doubted and not maintenance
          group by website_id) p on p.website_id = h.website_id
        on conflict (website_id, day) do update set
          checks = excluded.checks, failures = excluded.failures, latency_sum_us = excluded.latency_sum_us, latency_max_us = excluded.latency_max_us,
          hours = excluded.hours, p50_us = coalesce(excluded.p50_us, uptime_day.p50_us),
          p95_us = coalesce(excluded.p95_us, uptime_day.p95_us), p99_us = coalesce(excluded.p99_us, uptime_day.p99_us)
        """;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = (NpgsqlConnection)await database.Journal.OpenConnectionAsync(cancellationToken);
        if (!await connection.ExecuteScalarAsync<bool>("select pg_try_advisory_lock(hashtext('uptime maintenance'))"))
            return;
        try
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var today = DateOnly.FromDateTime(now);
            for (var ahead = 0; ahead <= 2; ahead++)
                await PostgresDays.MakeAsync(connection, today.AddDays(ahead), cancellationToken);
            await SumDaysAsync(connection, DateOnly.FromDateTime(now - PostgresDays.SumDelay), cancellationToken);
            await DropOldAsync(connection, "check_result", today.AddDays(-options.DaysOfChecks), cancellationToken);
            await DropOldAsync(connection, "uptime_hour", today.AddDays(-options.DaysOfHours), cancellationToken);
            await connection.ExecuteAsync("delete from delivery where at < @oldest", new { oldest = now.AddDays(-options.DaysOfDeliveries) });
            await connection.ExecuteAsync("delete from audit where at < @oldest", new { oldest = now.AddDays(-AuditStore.DaysKept) });
        }
        finally
        {
            await connection.ExecuteAsync("select pg_advisory_unlock(hashtext('uptime maintenance'))");
        }
    }

    private static async Task SumDaysAsync(NpgsqlConnection connection, DateOnly before, CancellationToken cancellationToken)
    {
        var days = await connection.QueryAsync<DateTime>("select day::timestamp from day_to_sum order by day");
        foreach (var start in days.Where(day => DateOnly.FromDateTime(day) < before))
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);

            // Taking the note away first makes us wait for rows that are on their way, and makes those that follow ask again.
            var parameters = new { day = start, start = DateTime.SpecifyKind(start, DateTimeKind.Utc) };
            await connection.ExecuteAsync("delete from day_to_sum where day = @day::date", parameters, transaction);
            await connection.ExecuteAsync(new CommandDefinition(
                Sum.Replace("@day", "@day::date", StringComparison.Ordinal), parameters, transaction, commandTimeout: 600, cancellationToken: cancellationToken));
            await transaction.CommitAsync(cancellationToken);
        }
    }

    private static async Task DropOldAsync(NpgsqlConnection connection, string table, DateOnly oldestKept, CancellationToken cancellationToken)
    {
        var partitions = await connection.QueryAsync<string>(
            "select c.relname::text from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = to_regclass(@table)", new { table });
        foreach (var partition in partitions.Where(name => IsOlder(name, oldestKept)))
            await connection.ExecuteAsync(new CommandDefinition($"set lock_timeout = '5s'; drop table {partition}; reset lock_timeout", cancellationToken: cancellationToken));
    }

    private static bool IsOlder(string partition, DateOnly oldestKept) =>
        DateOnly.TryParseExact(partition.AsSpan(partition.LastIndexOf('_') + 1), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) &&
        day < oldestKept;
}
