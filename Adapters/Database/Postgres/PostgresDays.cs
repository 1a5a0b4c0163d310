using System.Globalization;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace UptimeSquirrel.Adapters.Database.Postgres;

/// <summary>The days (UTC) for which rows can be stored: each needs its partitions, and a note that its hours are to be added up.</summary>
internal sealed class PostgresDays(DatabaseOptions options, TimeProvider clock)
{
    /// <summary>So long after its end a day is added up. Rows that come later ask for that again.</summary>
    public static readonly TimeSpan SumDelay = TimeSpan.FromHours(1);

    private readonly HashSet<DateOnly> _ready = [];

    /// <summary>The first day whose checks are still kept.</summary>
    public DateOnly OldestKept => Today.AddDays(-options.DaysOfChecks);

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>Whether this day may have been added up already. Half the delay is room for a slow flush and for clocks that differ.</summary>
    public bool IsLate(DateOnly day) => clock.GetUtcNow().UtcDateTime - day.AddDays(1).ToDateTime(TimeOnly.MinValue) > SumDelay / 2;

    /// <summary>Makes the partitions of these days unless this process knows that they are there.</summary>
    public async Task PrepareAsync(NpgsqlConnection connection, IEnumerable<DateOnly> days, CancellationToken cancellationToken)
    {
        foreach (var day in days)
        {
            if (_ready.Contains(day))
                continue;
            await MakeAsync(connection, day, cancellationToken);
            _ready.Add(day);
        }
    }

    public void Forget() => _ready.Clear();

    /// <summary>Notes that the hours of a day must be added up again. The row's lock makes the sum wait until these rows are there.</summary>
    public static NpgsqlBatchCommand AskForSum(DateOnly day) =>
        new("insert into day_to_sum (day) values (@day) on conflict (day) do update set day = excluded.day")
        {
            Parameters = { new NpgsqlParameter<DateOnly>("day", NpgsqlDbType.Date) { TypedValue = day } },
        };

    public static string PartitionOf(string table, DateOnly day) => $"{table}_{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";

    public static async Task MakeAsync(NpgsqlConnection connection, DateOnly day, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(Command("select pg_advisory_xact_lock(hashtext('uptime partitions'))"));
        await connection.ExecuteAsync(Command($"""
            {MakeSql(day)}
            insert into day_to_sum (day) values ('{day:yyyy-MM-dd}') on conflict do nothing;
            """));
        await transaction.CommitAsync(cancellationToken);

        CommandDefinition Command(string sql) => new(sql, transaction: transaction, cancellationToken: cancellationToken);
    }

    /// <summary>What makes the partitions of a day, where they are not there.</summary>
    public static string MakeSql(DateOnly day) => $"{MakeSql("check_result", "", day)}\n{MakeSql("uptime_hour", "with (fillfactor = 50)", day)}";

    // Attaching a table that exists lets others go on writing; "create table ... partition of" would stop them.
    private static string MakeSql(string table, string settings, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"""
        do $make$ begin
          if to_regclass('{PartitionOf(table, day)}') is null then
            create table {PartitionOf(table, day)} (like {table} including all) {settings};
            alter table {table} attach partition {PartitionOf(table, day)}
              for values from ('{day:yyyy-MM-dd} 00:00+00') to ('{day.AddDays(1):yyyy-MM-dd} 00:00+00');
          end if;
        end $make$;
        """);
}
