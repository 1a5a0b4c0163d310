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
    public async Task<UptimeShares> GetUptimeAsync(WebsiteId website)
    {
        var now = clock.GetUtcNow();
        var monthAgo = now - TimeSpan.FromDays(30);
        if (await store.GetRegistrationAsync(website, CancellationToken.None) is not { } registration)
            return new UptimeShares(null, null, null);
        var hours = await store.GetCheckedHoursAsync(website, monthAgo, CancellationToken.None);
        var incidents = await store.GetIncidentsAsync(website, monthAgo, CancellationToken.None);
        var watched = new Watched(registration.RegisteredAt, registration.Interval, hours, incidents)
        {
            Maintenance = UptimeMath.Merge(maintenance.Spans(registration.Owner, registration.Url, registration.Tags, monthAgo, now)),
        };
        return new UptimeShares(
            UptimeMath.Share(watched, now - TimeSpan.FromDays(1), now),
            UptimeMath.Share(watched, now - TimeSpan.FromDays(7), now),
            UptimeMath.Share(watched, monthAgo, now));
    }

    public Task<WebsiteHistory> GetHistoryAsync(HistoryQuery query) => store.GetHistoryAsync(query, CancellationToken.None);

    public Task<IReadOnlyList<Incident>> GetLatestIncidentsAsync(OwnerId? owner, int limit) =>
        store.GetLatestIncidentsAsync(owner, limit, CancellationToken.None);

    public Task<IReadOnlyList<Delivery>> GetDeliveriesAsync(OwnerId owner, int limit) =>
        FindDeliveriesAsync(new DeliveryQuery { Owner = owner, Limit = limit });

    public Task<IReadOnlyList<Delivery>> FindDeliveriesAsync(DeliveryQuery query) => store.FindDeliveriesAsync(query, CancellationToken.None);
}
