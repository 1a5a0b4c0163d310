using System.Text.Json.Serialization;
using UptimeSquirrel.History;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Output.Json;

/// <summary>A website and the share of the time it was up.</summary>
internal sealed record WebsiteWithUptimeShape(WebsiteShape Website, [property: JsonPropertyOrder(1)] UptimeShape Uptime) : WebsiteShape(Website)
{
    [JsonIgnore]
    public WebsiteShape Website { get; } = Website;

    public static WebsiteWithUptimeShape Of(WebsiteStatus status, UptimeShares shares) =>
        new(Of(status), new UptimeShape(shares.Day, shares.Week, shares.Month));
}

/// <summary>Shares from 0 to 1; null where nothing is known.</summary>
internal sealed record UptimeShape(
    [property: JsonPropertyName("24h")] double? Day,
    [property: JsonPropertyName("7d")] double? Week,
    [property: JsonPropertyName("30d")] double? Month);
