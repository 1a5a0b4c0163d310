using Dapper;
using UptimeSquirrel.Grains.Owners.Reports;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Adapters.Database.Reading;

/// <summary>Reads what a report is made of from either database: two questions, whatever the number of websites.</summary>
internal sealed class ReportStore : IReportStore
{
    private readonly UptimeDatabase _database;

    public ReportStore(UptimeDatabase database)
    {
        DapperTypes.Register();
        _database = database;
    }

    public async Task<IReadOnlyList<WatchedWebsite>> ReadAsync(OwnerId owner, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var parameters = new { owner = owner.Text, from, to };
        await using var connection = await _database.Reading.OpenConnectionAsync(cancellationToken);
        var outages = (await connection.QueryAsync<OutageRecord>(new CommandDefinition(
                """
                select website_id as WebsiteId, started_at as StartedAt, ended_at as EndedAt from incident
                where owner = @owner and started_at < @to and (ended_at is null or ended_at > @from)
                order by started_at
                """,
                parameters, cancellationToken: cancellationToken)))
            .ToLookup(outage => outage.WebsiteId, outage => (outage.StartedAt, outage.EndedAt));
        var websites = await connection.QueryAsync<SumRecord>(new CommandDefinition(
            """
            select w.id, w.url, w.name, w.interval_ms as IntervalMs, count(h.hour) as Hours,
              cast(coalesce(sum(h.checks), 0) as bigint) as Checks, cast(coalesce(sum(h.latency_sum_us), 0) as bigint) as LatencySumUs
            from website w
            left join uptime_hour h on h.website_id = w.id and h.hour >= @from and h.hour < @to
            where w.owner = @owner
            group by w.id, w.url, w.name, w.interval_ms
            order by w.url
            """,
            parameters, cancellationToken: cancellationToken));
        return
        [
            .. websites.Select(website => new WatchedWebsite(
                WebsiteUrl.Parse(website.Url), website.Name, TimeSpan.FromMilliseconds(website.IntervalMs), (int)website.Hours, website.Checks,
                TimeSpan.FromMicroseconds(website.LatencySumUs), [.. outages[website.Id]])),
        ];
    }

    private sealed class OutageRecord
    {
        public Guid WebsiteId { get; init; }
        public DateTimeOffset StartedAt { get; init; }
        public DateTimeOffset? EndedAt { get; init; }
    }

    private sealed class SumRecord
    {
        public Guid Id { get; init; }
        public string Url { get; init; } = "";
        public string Name { get; init; } = "";
        public long IntervalMs { get; init; }
        public long Hours { get; init; }
        public long Checks { get; init; }
        public long LatencySumUs { get; init; }
    }
}
