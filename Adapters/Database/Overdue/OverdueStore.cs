using System.Data.Common;
using System.Text.Json;
using Dapper;
using UptimeSquirrel.Adapters.Database.Reading;
using UptimeSquirrel.Grains.Overdue;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Adapters.Database.Overdue;

/// <summary>Finds overdue websites in either database by the phases of their reminders.</summary>
internal sealed class OverdueStore : IOverdueStore
{
    // The clocks of two silos are never quite the same: a check that began this long before its due moment is that moment's check.
    private const int ToleranceMs = 1000;

    // Jumps from one period to the next in the index: there are few, and reading a million rows to find them would not do.
    private const string Periods = """
        with recursive known(ms) as (
          select min(period_ms) from us_reminder where service_id = @service and name = 'check'
          union all
          select (select min(r.period_ms) from us_reminder r where r.service_id = @service and r.name = 'check' and r.period_ms > known.ms)
          from known where known.ms is not null)
        select ms from known where ms is not null
        """;

    private static readonly string _postgres = $"""
        select d.id as Id, d.due_at as DueAt, l.at as CheckedAt
        from (
          select case when r.grain_id like 'website/%' then substr(r.grain_id, 9)::uuid end as id, r.start_at,
            timestamptz 'epoch' + (@upTo - mod(@upTo - r.phase_ms, r.period_ms)) * interval '1 millisecond' as due_at
          from unnest(@periods, @firsts, @lasts) as w(period_ms, first_ms, last_ms)
          join us_reminder r on r.service_id = @service and r.name = 'check' and r.period_ms = w.period_ms and r.phase_ms between w.first_ms and w.last_ms
          where width_bucket(r.grain_hash::bigint, @edges) % 2 = 1
        ) d
        left join last_check l on l.website_id = d.id
        where d.id is not null and d.start_at <= d.due_at and (l.at is null or l.at < d.due_at - {ToleranceMs} * interval '1 millisecond')
        order by d.due_at
        limit @limit
        """;

    private static readonly string _sqlite = $"""
        select d.id as Id, d.due_ms * 1000 as DueAt, l.at as CheckedAt
        from (
          select substr(r.grain_id, 9, 8) || '-' || substr(r.grain_id, 17, 4) || '-' || substr(r.grain_id, 21, 4) || '-' ||
            substr(r.grain_id, 25, 4) || '-' || substr(r.grain_id, 29) as id,
            r.start_ms, @upTo - (@upTo - r.phase_ms) % r.period_ms as due_ms
          from json_each(@phases) w
          join us_reminder r on r.service_id = @service and r.name = 'check' and r.period_ms = w.value ->> 'Period'
            and r.phase_ms between w.value ->> 'First' and w.value ->> 'Last'
          where r.grain_id like 'website/%' and (select count(*) from json_each(@edges) e where e.value <= r.grain_hash) % 2 = 1
        ) d
        left join last_check l on l.website_id = d.id
        where d.start_ms <= d.due_ms and (l.at is null or l.at < (d.due_ms - {ToleranceMs}) * 1000)
        order by d.due_ms
        limit @limit
        """;

    private static readonly string _postgresUnfinished = $"""
        select w.id
        from website w
        join us_reminder r on r.service_id = @service and r.name = 'check' and r.grain_id = 'website/' || replace(w.id::text, '-', '')
        where (w.standing = {(int)Standing.Suspect} or w.version >= @changedSince) and width_bucket(r.grain_hash::bigint, @edges) % 2 = 1
        order by (w.standing <> {(int)Standing.Suspect}), w.version desc
        limit @limit
        """;

    private static readonly string _sqliteUnfinished = $"""
        select w.id
        from website w
        join us_reminder r on r.service_id = @service and r.name = 'check' and r.grain_id = 'website/' || replace(lower(w.id), '-', '')
        where (w.standing = {(int)Standing.Suspect} or w.version >= @changedSince) and (select count(*) from json_each(@edges) e where e.value <= r.grain_hash) % 2 = 1
        order by (w.standing <> {(int)Standing.Suspect}), w.version desc
        limit @limit
        """;

    private readonly UptimeDatabase _database;

    public OverdueStore(UptimeDatabase database)
    {
        DapperTypes.Register();
        _database = database;
    }

    public async Task<IReadOnlyList<OverdueWebsite>> FindAsync(OverdueQuery query, CancellationToken cancellationToken)
    {
        var (after, upTo) = (query.After.ToUnixTimeMilliseconds(), query.UpTo.ToUnixTimeMilliseconds());
        await using var connection = await _database.Reading.OpenConnectionAsync(cancellationToken);
        var periods = await AskAsync<long>(connection, Periods, new { service = ClusterDefaults.ServiceId }, cancellationToken);
        var phases = periods.SelectMany(period => DueMath.Phases(period, after, upTo)).ToArray();
        if (phases.Length == 0)
            return [];

        var edges = DueMath.Edges(query.Ranges.Select(range => (range.Begin, range.End)));
        var isPostgres = _database.Kind == DatabaseKind.Postgres;
        object parameters = isPostgres
            ? new
            {
                service = ClusterDefaults.ServiceId,
                upTo,
                limit = query.Limit,
                edges,
                periods = phases.Select(phase => phase.Period).ToArray(),
                firsts = phases.Select(phase => phase.First).ToArray(),
                lasts = phases.Select(phase => phase.Last).ToArray(),
            }
            : new { service = ClusterDefaults.ServiceId, upTo, limit = query.Limit, edges = JsonSerializer.Serialize(edges), phases = JsonSerializer.Serialize(phases) };
        var rows = await AskAsync<Row>(connection, isPostgres ? _postgres : _sqlite, parameters, cancellationToken);
        return [.. rows.Select(row => new OverdueWebsite(new WebsiteId(row.Id), row.DueAt, row.CheckedAt))];
    }

    public async Task<IReadOnlyList<WebsiteId>> FindUnfinishedAsync(
        IReadOnlyList<HashRange> ranges, DateTimeOffset changedSince, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await _database.Reading.OpenConnectionAsync(cancellationToken);
        var edges = DueMath.Edges(ranges.Select(range => (range.Begin, range.End)));
        var isPostgres = _database.Kind == DatabaseKind.Postgres;
        object among = isPostgres ? edges : JsonSerializer.Serialize(edges);
        var parameters = new { service = ClusterDefaults.ServiceId, edges = among, changedSince = changedSince.ToUnixTimeMilliseconds(), limit };
        var ids = await AskAsync<Guid>(connection, isPostgres ? _postgresUnfinished : _sqliteUnfinished, parameters, cancellationToken);
        return [.. ids.Select(id => new WebsiteId(id))];
    }

    private static async Task<List<T>> AskAsync<T>(DbConnection connection, string sql, object parameters, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken))).AsList();

    private sealed class Row
    {
        public Guid Id { get; init; }
        public DateTimeOffset DueAt { get; init; }
        public DateTimeOffset? CheckedAt { get; init; }
    }
}
