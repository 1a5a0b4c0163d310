using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Client.Output.Json;

/// <summary>What one silo saw of a website.</summary>
internal sealed record SightingShape(string Silo, string Region, DateTimeOffset At, int? StatusCode, long LatencyMs, bool Healthy, string? Reason)
{
    public static IReadOnlyList<SightingShape> Of(IReadOnlyList<Sighting> sightings) =>
    [
        .. sightings.Select(sighting => new SightingShape(
            sighting.Silo, sighting.Region, sighting.At, sighting.StatusCode, Wording.Milliseconds(sighting.Took), sighting.IsHealthy, sighting.Problem?.Sentence)),
    ];
}
