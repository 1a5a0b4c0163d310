using System.Text.Json.Serialization;
using UptimeSquirrel.History;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Output.Json;

/// <summary>A website and the share of the time it was up.</summary>
internal sealed record WebsiteWithUptimeShape(WebsiteShape Website, [property: JsonPropertyOrder(1)] UptimeShape Uptime) : WebsiteShape(Website)
{
    [JsonIgnore]
    public WebsiteShape Website { get; } = Website;

    /// <summary>A look made to be told about, for who asked for it.</summary>
    [JsonPropertyOrder(2), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TraceShape? Trace { get; init; }

    public static WebsiteWithUptimeShape Of(WebsiteStatus status, UptimeShares shares, WebsiteTrace? trace = null) =>
        new(Of(status), new UptimeShape(shares.Day, shares.Week, shares.Month))
        {
            Trace = trace is null ? null : TraceShape.Of(trace.Silo, trace.Result, trace.Verdict, trace.Rule),
        };
}

/// <summary>Shares from 0 to 1; null where nothing is known.</summary>
internal sealed record UptimeShape(
    [property: JsonPropertyName("24h")] double? Day,
    [property: JsonPropertyName("7d")] double? Week,
    [property: JsonPropertyName("30d")] double? Month);
