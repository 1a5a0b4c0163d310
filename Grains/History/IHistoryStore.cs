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

    /// <summary>The incidents of a website that overlap the time since <paramref name="since"/>.</summary>
    Task<IReadOnlyList<Incident>> GetIncidentsAsync(WebsiteId website, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>When a website was first registered; null when it is not known.</summary>
    Task<WebsiteRegistration?> GetRegistrationAsync(WebsiteId website, CancellationToken cancellationToken);

    Task<IReadOnlyList<Incident>> GetLatestIncidentsAsync(OwnerId? owner, int limit, CancellationToken cancellationToken);

    Task<DeliveryPage> FindDeliveriesAsync(DeliveryQuery query, CancellationToken cancellationToken);

    Task<CheckPage> FindChecksAsync(HistoryQuery query, CancellationToken cancellationToken);

    Task<IncidentPage> FindIncidentsAsync(IncidentQuery query, CancellationToken cancellationToken);

    Task<Incident?> GetIncidentAsync(string incident, CancellationToken cancellationToken);

    /// <summary>The sums of a website's days from this one on, oldest first; the last days are not summed up yet.</summary>
    Task<IReadOnlyList<PeriodSum>> GetDaySumsAsync(WebsiteId website, DateOnly from, CancellationToken cancellationToken);

    /// <summary>The sums of the hours since <paramref name="since"/> in which a website was checked at all, oldest first.</summary>
    Task<IReadOnlyList<PeriodSum>> GetHourSumsAsync(WebsiteId website, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>A website's checks put together step by step, oldest first; each step begins at a multiple of its length since 1970.</summary>
    Task<IReadOnlyList<LatencyPoint>> GetLatencyStepsAsync(WebsiteId website, DateTimeOffset since, TimeSpan step, CancellationToken cancellationToken);
}
