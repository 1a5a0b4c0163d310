using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Websites;

/// <summary>What one silo sees of a website now.</summary>
/// <param name="Silo">Which silo, by its name.</param>
/// <param name="Region">Where it stands, in its operator's words.</param>
/// <param name="Seen">What it saw; null when it did not answer in time, or doubts itself and would rather not say.</param>
[GenerateSerializer, Immutable, Alias("uptime.vantage-look")]
public sealed record VantageLook([property: Id(0)] string Silo, [property: Id(1)] string Region, [property: Id(2)] Sighting? Seen);
