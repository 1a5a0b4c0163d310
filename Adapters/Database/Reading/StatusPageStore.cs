using System.Text.Json;
using Dapper;
using UptimeSquirrel.Grains.StatusPages;
using UptimeSquirrel.History;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Adapters.Database.Reading;

/// <summary>Reads what status pages show from either database.</summary>
internal sealed class StatusPageStore : IStatusPageStore
{
    private readonly UptimeDatabase _database;

    public StatusPageStore(UptimeDatabase database)
    {
        DapperTypes.Register();
        _database = database;
    }

    public async Task<IReadOnlyList<PageWebsiteStatus>> FindAsync(IReadOnlyList<WebsiteId> websites, CancellationToken cancellationToken) =>
        [.. (await QueryAsync<WebsiteRecord>(
            $"""
            select {WebsiteRecord.Columns}
            from website w
            left join last_check l on l.website_id = w.id
            where w.id {AmongThem}
            """,
            websites, since: default, cancellationToken)).Select(row => new PageWebsiteStatus(row.ToStatus(), row.RegisteredAt))];

    public async Task<IReadOnlyList<CheckedHour>> GetCheckedHoursAsync(IReadOnlyList<WebsiteId> websites, DateTimeOffset since, CancellationToken cancellationToken) =>
        [.. (await QueryAsync<HourRecord>(
            $"select website_id as WebsiteId, hour from uptime_hour where website_id {AmongThem} and hour >= @since order by website_id, hour",
            websites, since, cancellationToken)).Select(row => new CheckedHour(new WebsiteId(row.WebsiteId), row.Hour))];

    public async Task<IReadOnlyList<Incident>> GetIncidentsAsync(IReadOnlyList<WebsiteId> websites, DateTimeOffset since, CancellationToken cancellationToken) =>
        [.. (await QueryAsync<IncidentRecord>(
            $"""
            select {HistoryStore.IncidentColumns} from incident
            where website_id {AmongThem} and (ended_at is null or ended_at >= @since)
            order by started_at desc, id desc
            """,
            websites, since, cancellationToken)).Select(row => row.ToIncident())];

    private string AmongThem => _database.Kind == DatabaseKind.Postgres ? "= any(@ids)" : "in (select value from json_each(@ids))";

    private async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, IReadOnlyList<WebsiteId> websites, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters();
        parameters.Add("since", since);
        if (_database.Kind == DatabaseKind.Postgres)
            parameters.Add("ids", websites.Select(website => website.Value).ToArray());
        else
            parameters.Add("ids", JsonSerializer.Serialize(websites.Select(website => website.ToString())));
        await using var connection = await _database.Reading.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken))).AsList();
    }

    private sealed class HourRecord
    {
        public Guid WebsiteId { get; init; }
        public DateTimeOffset Hour { get; init; }
    }
}
