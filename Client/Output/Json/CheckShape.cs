using System.Text.Json.Serialization;

namespace UptimeSquirrel.Client.Output.Json;

/// <summary>What <c>squirrel check</c> saw of one address.</summary>
internal sealed record CheckShape(string Url, bool Healthy, int? StatusCode, long LatencyMs, string? Reason)
{
    /// <summary>The whole story, for who asked for it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TraceShape? Trace { get; init; }
}
