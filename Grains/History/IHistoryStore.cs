using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.History;

/// <summary>Reads the past; see <see cref="IHistoryGrain"/> for what each answer means.</summary>
public interface IHistoryStore
{
    Task<WebsiteHistory> GetHistoryAsync(HistoryQuery query, CancellationToken cancellationToken);

    /// <summary>The newest check of a website, however old; null when none is known.</summary>
    Task<CheckSummary?> GetLastCheckAsync(WebsiteId website, CancellationToken cancellationToken);

    /// <summary>The hours since <paramref name="since"/> in which a website was checked at all (each by its first moment, UTC), oldest first.</summary>
    Task<IReadOnlyList<DateTimeOffset>> GetCheckedHoursAsync(WebsiteId website, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>The incidents of a website that overlap the time since <paramref name="since"/>.</summary>
    Task<IReadOnlyList<Incident>> GetIncidentsAsync(WebsiteId website, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>When a website was first registered; null when it is not known.</summary>
    Task<WebsiteRegistration?> GetRegistrationAsync(WebsiteId website, CancellationToken cancellationToken);

    Task<IReadOnlyList<Incident>> GetLatestIncidentsAsync(OwnerId? owner, int limit, CancellationToken cancellationToken);

    Task<IReadOnlyList<Delivery>> FindDeliveriesAsync(DeliveryQuery query, CancellationToken cancellationToken);
}
