using System.Globalization;
using Dapper;
using UptimeSquirrel.Grains.Absence;
using UptimeSquirrel.Grains.History;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Adapters.Database.Reading;

/// <summary>Reads the list of websites from either database.</summary>
internal sealed class CatalogStore : ICatalogStore
{
    private static readonly string _removed = OwnerContacts.OfRemoved.ToJson();

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
        var ordering = CatalogOrdering.Of(query, _database.Kind);
        var conditions = CatalogFilter.Conditions(query, _database.Kind, parameters).ToList();
        var beyond = ordering.Beyond(query, parameters);
        var sql = $"""
            select {WebsiteRecord.Columns}, w.badness as Badness, w.sort_name as SortName,
              w.slow_since as SlowSince, w.certificate_expires_at as CertificateExpiresAt, w.domain_expires_at as DomainExpiresAt, w.settings
            from (
              select w.* from {Source(query, conditions)} {(query.Order == CatalogOrder.LastCheck ? "left join last_check l on l.website_id = w.id" : "")}
              {CatalogFilter.Where([.. conditions, beyond])}
              order by {ordering.OrderBy}
              limit @limit) w
            left join last_check l on l.website_id = w.id
            order by {ordering.OrderBy}
            """;

        var rows = await QueryAsync<WebsiteRecord>(sql, parameters, cancellationToken);
        var websites = rows.Take(limit).Select(row => row.ToStatus()).ToList();
        return new CatalogPage(websites, rows.Count > limit ? CatalogOrdering.CursorAfter(rows[limit - 1], query.Order) : null);
    }

    public async Task<StandingCounts> CountAsync(OwnerId? owner, CancellationToken cancellationToken)
    {
        // By badness, which stands for one standing each: there is an index of it for each owner, too, and nothing else has to be read.
        var sql = $"select badness, count(*) from website {(owner is null ? "" : "where owner = @owner")} group by badness";
        var counts = (await QueryAsync<(long Badness, long Count)>(sql, new { owner = owner?.Text }, cancellationToken))
            .ToDictionary(row => CatalogOrdering.StandingOf((int)row.Badness), row => (int)row.Count);
        return new StandingCounts(Of(Standing.Pending), Of(Standing.Up), Of(Standing.Suspect), Of(Standing.Down), Of(Standing.Paused));

        int Of(Standing standing) => counts.GetValueOrDefault(standing);
    }

    public async Task<int> CountMatchesAsync(CatalogQuery query, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters();
        var where = CatalogFilter.Where(CatalogFilter.Conditions(query, _database.Kind, parameters));
        return (int)(await QueryAsync<long>($"select count(*) from website w {where}", parameters, cancellationToken))[0];
    }

    public async Task<IReadOnlyList<TagCount>> ListTagsAsync(OwnerId? owner, CancellationToken cancellationToken)
    {
        var tags = _database.Kind == DatabaseKind.Postgres ? "unnest(w.tags) as t(value)" : "json_each(w.tags) t";
        var rows = await QueryAsync<(string Tag, long Websites)>(
            $"""
            select t.value, count(*) from website w cross join {tags} {(owner is null ? "" : "where w.owner = @owner")}
            group by t.value order by count(*) desc, t.value limit {TagCount.MaximumTags.ToString(CultureInfo.InvariantCulture)}
            """,
            new { owner = owner?.Text }, cancellationToken);
        return [.. rows.Select(row => new TagCount(row.Tag, (int)row.Websites))];
    }

    public async Task<OwnerPage> FindOwnersAsync(OwnerQuery query, CancellationToken cancellationToken)
    {
        var limit = Math.Clamp(query.Limit, 1, OwnerQuery.MaximumLimit);
        var search = query.Search is { Length: > 0 } text ? Journal.SearchText.Fold(Journal.StoredText.Clean(text)) : null;
        var where = CatalogFilter.Where(
        [
            query.Only is null ? null : "o.id = @only",
            search is null ? null : _database.Kind == DatabaseKind.Postgres ? "strpos(o.id, @search) > 0" : "instr(o.id, @search) > 0",
            StoredCursor.TryRead(query.After, out var after) ? "o.id > @after" : null,
        ]);
        var rows = await QueryAsync<(string Id, long Websites, long Down)>(
            $"""
            select o.id, (select count(*) from website w where w.owner = o.id), (select count(*) from website w where w.owner = o.id and w.badness = 4)
            from (select owner as id from website union select id from owner where contacts <> @removed) o
            {where} order by o.id limit @limit
            """,
            new { only = query.Only?.Text, search, after = Journal.StoredText.Clean(after), limit = limit + 1, removed = _removed }, cancellationToken);
        var owners = rows.Take(limit).Select(row => new OwnerSummary(OwnerId.Parse(row.Id), (int)row.Websites, (int)row.Down)).ToList();
        return new OwnerPage(owners, rows.Count > limit ? StoredCursor.Write(owners[^1].Id.Text) : null);
    }

    // A text is looked for in one go through the table: along an index of the order, as planners like it, a rare text costs ten times as much.
    private string Source(CatalogQuery query, List<string> conditions) => query.Search is null or ""
        ? "website w"
        : $"(select * from website w {CatalogFilter.Where(conditions)} limit {(_database.Kind == DatabaseKind.Postgres ? "all" : "-1")} offset 0) w";

    private async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object parameters, CancellationToken cancellationToken)
    {
        await using var connection = await _database.Reading.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken))).AsList();
    }
}
