using Microsoft.Extensions.DependencyInjection;
using Orleans.Concurrency;
using UptimeSquirrel.Grains.Maintenance;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.History;

[StatelessWorker, GrainType("history")]
internal sealed class HistoryGrain(
    IHistoryStore store,
    MaintenanceBook maintenance,
    [FromKeyedServices(TimeProviderNames.Grains)] TimeProvider clock) : Grain, IHistoryGrain
{
    private const int DaysOfYear = 365;
    private const int MaximumDays = 366;

    public async Task<UptimeShares> GetUptimeAsync(WebsiteId website)
    {
        var now = clock.GetUtcNow();
        var monthAgo = now - TimeSpan.FromDays(30);
        var firstDay = DayMath.FirstDay(now, DaysOfYear);
        if (await ReadAsync(website, DayMath.Start(firstDay), monthAgo, now) is not { } read)
            return new UptimeShares(null, null, null);
        var (watched, hours) = read;
        var days = DayMath.Measure(watched, await store.GetDaySumsAsync(website, firstDay, CancellationToken.None), hours, DaysOfYear, now);
        return new UptimeShares(
            UptimeMath.Share(watched, now - TimeSpan.FromDays(1), now),
            UptimeMath.Share(watched, now - TimeSpan.FromDays(7), now),
            UptimeMath.Share(watched, monthAgo, now))
        {
            Hour = UptimeMath.Share(watched, now - TimeSpan.FromHours(1), now),
            Quarter = DayMath.Share(days, 90),
            Year = DayMath.Share(days, DaysOfYear),
        };
    }

    public async Task<IReadOnlyList<UptimeDay>> GetDaysAsync(WebsiteId website, int days)
    {
        var now = clock.GetUtcNow();
        var count = Math.Clamp(days, 1, MaximumDays);
        var firstDay = DayMath.FirstDay(now, count);
        if (await ReadAsync(website, DayMath.Start(firstDay), DayMath.HoursFrom(now), now) is not { } read)
            return [.. Enumerable.Range(0, count).Select(i => new UptimeDay(firstDay.AddDays(i), null, TimeSpan.Zero, TimeSpan.Zero))];
        return DayMath.Measure(read.Watched, await store.GetDaySumsAsync(website, firstDay, CancellationToken.None), read.Hours, count, now);
    }

    public async Task<LatencySeries> GetLatencyAsync(WebsiteId website, LatencyWindow window)
    {
        var now = clock.GetUtcNow();
        var step = LatencyRules.Step(window);
        var checks = await store.GetLatencyStepsAsync(website, LatencyRules.ChecksFrom(window, now), step, CancellationToken.None);
        if (LatencyRules.Days(window) is not { } days)
            return new LatencySeries(step, checks);
        return new LatencySeries(step, LatencyRules.Join(await store.GetDaySumsAsync(website, DayMath.FirstDay(now, days), CancellationToken.None), checks));
    }

    public Task<CheckPage> FindChecksAsync(HistoryQuery query) => store.FindChecksAsync(query, CancellationToken.None);

    public Task<IncidentPage> FindIncidentsAsync(IncidentQuery query) => store.FindIncidentsAsync(query, CancellationToken.None);

    public Task<Incident?> GetIncidentAsync(string incident) => store.GetIncidentAsync(incident, CancellationToken.None);

    public Task<DeliveryPage> PageDeliveriesAsync(DeliveryQuery query) => store.FindDeliveriesAsync(query, CancellationToken.None);

    public Task<WebsiteHistory> GetHistoryAsync(HistoryQuery query) => store.GetHistoryAsync(query, CancellationToken.None);

    public Task<IReadOnlyList<Incident>> GetLatestIncidentsAsync(OwnerId? owner, int limit) =>
        store.GetLatestIncidentsAsync(owner, limit, CancellationToken.None);

    public Task<IReadOnlyList<Delivery>> GetDeliveriesAsync(OwnerId owner, int limit) =>
        FindDeliveriesAsync(new DeliveryQuery { Owner = owner, Limit = limit });

    public async Task<IReadOnlyList<Delivery>> FindDeliveriesAsync(DeliveryQuery query) => (await PageDeliveriesAsync(query)).Deliveries;

    // What is known since one moment, and by the hour since another.
    private async Task<(Watched Watched, IReadOnlyList<PeriodSum> Hours)?> ReadAsync(
        WebsiteId website, DateTimeOffset since, DateTimeOffset hoursSince, DateTimeOffset now)
    {
        if (await store.GetRegistrationAsync(website, CancellationToken.None) is not { } registration)
            return null;
        var hours = await store.GetHourSumsAsync(website, hoursSince, CancellationToken.None);
        var incidents = await store.GetIncidentsAsync(website, since, CancellationToken.None);
        var watched = new Watched(registration.RegisteredAt, registration.Interval, [.. hours.Select(hour => hour.At)], incidents)
        {
            Maintenance = UptimeMath.Merge(maintenance.Spans(registration.Owner, registration.Url, registration.Tags, since, now)),
        };
        return (watched, hours);
    }
}
