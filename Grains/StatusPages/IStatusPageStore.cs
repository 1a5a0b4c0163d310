using UptimeSquirrel.History;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.StatusPages;

/// <summary>Reads what status pages show: one question for all websites of a page, however many they are.</summary>
public interface IStatusPageStore
{
    /// <summary>Those of these websites that are watched, in no order.</summary>
    Task<IReadOnlyList<PageWebsiteStatus>> FindAsync(IReadOnlyList<WebsiteId> websites, CancellationToken cancellationToken);

    /// <summary>The hours since <paramref name="since"/> in which these websites were checked at all, each by its first moment, oldest first.</summary>
    Task<IReadOnlyList<CheckedHour>> GetCheckedHoursAsync(IReadOnlyList<WebsiteId> websites, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>The incidents of these websites that overlap the time since <paramref name="since"/>.</summary>
    Task<IReadOnlyList<Incident>> GetIncidentsAsync(IReadOnlyList<WebsiteId> websites, DateTimeOffset since, CancellationToken cancellationToken);
}

/// <summary>A website on a status page, with all its details.</summary>
/// <param name="Status">What it is now.</param>
/// <param name="RegisteredAt">Nothing is known about earlier times.</param>
public sealed record PageWebsiteStatus(WebsiteStatus Status, DateTimeOffset RegisteredAt);

/// <summary>An hour in which a website was checked.</summary>
public readonly record struct CheckedHour(WebsiteId Website, DateTimeOffset Hour);
