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

    /// <summary>A website's checks page by page, newest first, with where their time went.</summary>
    [Alias("FindChecks")]
    Task<CheckPage> FindChecksAsync(HistoryQuery query);

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

    /// <summary>The log of deliveries page by page, newest first.</summary>
    [Alias("PageDeliveries")]
    Task<DeliveryPage> PageDeliveriesAsync(DeliveryQuery query);

    /// <summary>A website's last days (UTC), oldest first, today the last: one entry for each, also where nothing is known about it.</summary>
    /// <param name="website">Whose.</param>
    /// <param name="days">How many: 1 to 366, others are brought into that range.</param>
    [Alias("GetDays")]
    Task<IReadOnlyList<UptimeDay>> GetDaysAsync(WebsiteId website, int days);

    /// <summary>How fast a website answered, at most 366 points, oldest first. Times without a check have no point.</summary>
    [Alias("GetLatency")]
    Task<LatencySeries> GetLatencyAsync(WebsiteId website, LatencyWindow window);

    /// <summary>Incidents page by page, the one that began last first.</summary>
    [Alias("FindIncidents")]
    Task<IncidentPage> FindIncidentsAsync(IncidentQuery query);

    /// <summary>One incident.</summary>
    /// <param name="incident">Its <see cref="Incident.Id"/>.</param>
    /// <returns>The incident; null when there is none of that id.</returns>
    [Alias("GetIncident")]
    Task<Incident?> GetIncidentAsync(string incident);
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
public sealed record UptimeShares([property: Id(0)] double? Day, [property: Id(1)] double? Week, [property: Id(2)] double? Month)
{
    /// <summary>Of the last hour.</summary>
    [Id(10)]
    public double? Hour { get; init; }

    /// <summary>Of the last 90 days, today among them.</summary>
    /// <remarks>Of days before the last three no more is kept than how many of their hours were watched.</remarks>
    [Id(11)]
    public double? Quarter { get; init; }

    /// <summary>Of the last 365 days, today among them.</summary>
    /// <remarks>As <see cref="Quarter"/>; but maintenance that was over more than 95 days ago counts like any other time.</remarks>
    [Id(12)]
    public double? Year { get; init; }
}
