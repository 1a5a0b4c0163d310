using Dapper;
using UptimeSquirrel.Grains.History;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Adapters.Database.Reading;

/// <summary>Reads the past from either database.</summary>
internal sealed partial class HistoryStore : IHistoryStore
{
    private const int MaximumIncidents = 200;

    internal const string IncidentColumns =
        "id, website_id as WebsiteId, started_at as StartedAt, ended_at as EndedAt, failure, owner, url, sentence, cause, sightings, maintenance as IsDuringMaintenance";

    private readonly UptimeDatabase _database;

    public HistoryStore(UptimeDatabase database)
    {
        DapperTypes.Register();
        _database = database;
    }

    public async Task<WebsiteHistory> GetHistoryAsync(HistoryQuery query, CancellationToken cancellationToken)
    {
        var checks = (await FindChecksAsync(query, cancellationToken)).Checks;
        var incidents = await GetIncidentsAsync(query.Website, query.Since, query.Before, cancellationToken);
        return new WebsiteHistory([.. checks.Select(entry => entry.Check)], incidents);
    }

    public async Task<CheckSummary?> GetLastCheckAsync(WebsiteId website, CancellationToken cancellationToken)
    {
        var rows = await QueryAsync<CheckRecord>(
            "select at, latency_us as LatencyUs, status, failure, reason from last_check where website_id = @website",
            new { website = website.Value }, cancellationToken);
        return rows.Count == 0 ? null : rows[0].ToSummary();
    }

    public async Task<IReadOnlyList<Incident>> GetIncidentsAsync(WebsiteId website, DateTimeOffset since, CancellationToken cancellationToken) =>
        [.. (await QueryAsync<IncidentRecord>(
            $"""
            select {IncidentColumns} from incident
            where website_id = @website and (ended_at is null or ended_at >= @since)
            order by started_at desc, id desc
            """,
            new { website = website.Value, since }, cancellationToken)).Select(row => row.ToIncident())];

    public async Task<WebsiteRegistration?> GetRegistrationAsync(WebsiteId website, CancellationToken cancellationToken)
    {
        var rows = await QueryAsync<RegistrationRecord>(
            "select owner, url, tags as Tags, registered_at as RegisteredAt, interval_ms as IntervalMs from website where id = @website",
            new { website = website.Value }, cancellationToken);
        return rows.Count == 0 ? null : rows[0].ToRegistration();
    }

    public async Task<IReadOnlyList<Incident>> GetLatestIncidentsAsync(OwnerId? owner, int limit, CancellationToken cancellationToken) =>
        [.. (await QueryAsync<IncidentRecord>(
            $"""
            select {IncidentColumns} from incident
            {(owner is null ? "" : "where owner = @owner")}
            order by coalesce(ended_at, started_at) desc, id desc
            limit @limit
            """,
            new { owner = owner?.Text, limit = Math.Clamp(limit, 1, 200) }, cancellationToken)).Select(row => row.ToIncident())];

    private async Task<IReadOnlyList<Incident>> GetIncidentsAsync(
        WebsiteId website, DateTimeOffset since, DateTimeOffset? before, CancellationToken cancellationToken)
    {
        var all = await GetIncidentsAsync(website, since, cancellationToken);
        return [.. all.Where(incident => before is null || incident.StartedAt < before).Take(MaximumIncidents)];
    }

    private async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object parameters, CancellationToken cancellationToken)
    {
        await using var connection = await _database.Reading.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken))).AsList();
    }
}
