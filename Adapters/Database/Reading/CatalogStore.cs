using Dapper;
using UptimeSquirrel.Adapters.Database.Journal;
using UptimeSquirrel.Grains.History;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Adapters.Database.Reading;

/// <summary>Reads the list of websites from either database.</summary>
internal sealed class CatalogStore : ICatalogStore
{
    private readonly UptimeDatabase _database;

    public CatalogStore(UptimeDatabase database)
    {
        DapperTypes.Register();
        _database = database;
    }

    public async Task<CatalogPage> FindAsync(CatalogQuery query, CancellationToken cancellationToken)
    {
        var limit = Math.Clamp(query.Limit, 1, CatalogQuery.MaximumLimit);
        var parameters = new DynamicParameters();
        parameters.Add("limit", limit + 1);      // one more tells whether there is another page
        var sql = $"""
            select w.id, w.standing, w.since, w.interval_ms as IntervalMs, w.timeout_ms as TimeoutMs,
              w.incident_started_at as IncidentStartedAt, w.incident_reason as IncidentReason, w.owner, w.url, w.name, w.accept, w.tags as Tags,
              w.slow_since as SlowSince, w.certificate_expires_at as CertificateExpiresAt, w.domain_expires_at as DomainExpiresAt, w.settings,
              l.at as LastAt, coalesce(l.latency_us, 0) as LastLatencyUs, l.status as LastStatus, coalesce(l.failure, 0) as LastFailure, l.reason as LastReason
            from website w
            left join last_check l on l.website_id = w.id
            {Where(query, parameters)}
            order by w.url, w.id
            limit @limit
            """;

        await using var connection = await _database.Reading.OpenConnectionAsync(cancellationToken);
        var rows = (await connection.QueryAsync<WebsiteRecord>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken))).AsList();
        var websites = rows.Take(limit).Select(row => row.ToStatus()).ToList();
        return new CatalogPage(websites, rows.Count > limit ? CatalogCursor.Write(websites[^1].Url, websites[^1].Id) : null);
    }

    public async Task<StandingCounts> CountAsync(OwnerId? owner, CancellationToken cancellationToken)
    {
        var sql = $"select standing, count(*) from website {(owner is null ? "" : "where owner = @owner")} group by standing";
        await using var connection = await _database.Reading.OpenConnectionAsync(cancellationToken);
        var counts = (await connection.QueryAsync<(long Standing, long Count)>(
                new CommandDefinition(sql, new { owner = owner?.Text }, cancellationToken: cancellationToken)))
            .ToDictionary(row => (Standing)row.Standing, row => (int)row.Count);
        return new StandingCounts(Of(Standing.Pending), Of(Standing.Up), Of(Standing.Suspect), Of(Standing.Down), Of(Standing.Paused));

        int Of(Standing standing) => counts.GetValueOrDefault(standing);
    }

    private string Where(CatalogQuery query, DynamicParameters parameters)
    {
        var isPostgres = _database.Kind == DatabaseKind.Postgres;
        var conditions = new List<string>();
        if (query.Owner is { } owner)
            Add("w.owner = @owner", "owner", owner.Text);
        if (query.Standing is { } standing)
            Add("w.standing = @standing", "standing", (int)standing);
        if (query.Url is { } url)
            Add("w.url = @url", "url", url.Text);
        if (query.Tag is { Length: > 0 } tag)
            Add(isPostgres ? "w.tags @> array[@tag]" : "exists (select 1 from json_each(w.tags) t where t.value = @tag)", "tag", StoredText.Clean(tag));
        if (query.Search is { Length: > 0 } search)
            Add(isPostgres ? "strpos(w.search, @search) > 0" : "instr(w.search, @search) > 0", "search", SearchText.Fold(StoredText.Clean(search)));
        if (CatalogCursor.TryRead(query.After, out var afterUrl, out var afterId))
        {
            parameters.Add("afterId", afterId);
            Add("(w.url, w.id) > (@afterUrl, @afterId)", "afterUrl", afterUrl);
        }

        return conditions.Count == 0 ? "" : "where " + string.Join(" and ", conditions);

        void Add(string condition, string name, object value)
        {
            conditions.Add(condition);
            parameters.Add(name, value);
        }
    }
}
