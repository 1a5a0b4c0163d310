using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.History;

/// <summary>What happened in the past, as of about a second ago. Any number of these answer at once; use key 0.</summary>
[Alias("uptime.history")]
public interface IHistoryGrain : IGrainWithIntegerKey
{
    /// <summary>The share of the time a website was up.</summary>
    [Alias("GetUptime")]
    Task<UptimeShares> GetUptimeAsync(WebsiteId website);

    /// <summary>A website's checks, newest first, and its incidents.</summary>
    [Alias("GetHistory")]
    Task<WebsiteHistory> GetHistoryAsync(HistoryQuery query);

    /// <summary>The latest incidents of all websites, newest change first.</summary>
    /// <param name="owner">Only this owner's; null = everyone's.</param>
    /// <param name="limit">At most this many: 1 to 200, others are brought into that range.</param>
    [Alias("GetLatestIncidents")]
    Task<IReadOnlyList<Incident>> GetLatestIncidentsAsync(OwnerId? owner, int limit);

    /// <summary>The latest attempts to tell an owner something, newest first.</summary>
    /// <param name="owner">Whose.</param>
    /// <param name="limit">At most this many: 1 to 200, others are brought into that range.</param>
    [Alias("GetDeliveries")]
    Task<IReadOnlyList<Delivery>> GetDeliveriesAsync(OwnerId owner, int limit);

    /// <summary>The log of deliveries: every attempt to tell somebody something, newest first.</summary>
    [Alias("FindDeliveries")]
    Task<IReadOnlyList<Delivery>> FindDeliveriesAsync(DeliveryQuery query);
}

/// <summary>Which part of a website's history to read.</summary>
[GenerateSerializer, Immutable, Alias("uptime.history-query")]
public sealed record HistoryQuery
{
    /// <summary>The most checks one answer holds.</summary>
    public const int MaximumLimit = 5000;

    /// <summary>Whose history.</summary>
    [Id(0)]
    public required WebsiteId Website { get; init; }

    /// <summary>From here, UTC.</summary>
    [Id(1)]
    public required DateTimeOffset Since { get; init; }

    /// <summary>Only checks before this moment; null = up to now. To page: the moment of the last check received.</summary>
    [Id(2)]
    public DateTimeOffset? Before { get; init; }

    /// <summary>At most this many checks: 1 to <see cref="MaximumLimit"/>, others are brought into that range.</summary>
    [Id(3)]
    public int Limit { get; init; } = 1000;
}

/// <summary>Part of a website's history.</summary>
/// <param name="Checks">Newest first.</param>
/// <param name="Incidents">Those that overlap the time asked about, newest first; at most 200.</param>
[GenerateSerializer, Immutable, Alias("uptime.website-history")]
public sealed record WebsiteHistory([property: Id(0)] IReadOnlyList<CheckSummary> Checks, [property: Id(1)] IReadOnlyList<Incident> Incidents);

/// <summary>Shares of time, from 0 to 1; null where nothing is known about that time.</summary>
[GenerateSerializer, Immutable, Alias("uptime.uptime-shares")]
public sealed record UptimeShares([property: Id(0)] double? Day, [property: Id(1)] double? Week, [property: Id(2)] double? Month);
