using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Dependencies;

/// <summary>What a website says of itself to one that depends on it.</summary>
/// <param name="Standing">What it is now.</param>
/// <param name="LookedAt">When the last look at it began; null when it was not looked at since it came into memory.</param>
/// <param name="Parent">What it depends on itself; null when on nothing.</param>
[GenerateSerializer, Immutable, Alias("uptime.parent-report")]
internal sealed record ParentReport(
    [property: Id(0)] Standing Standing, [property: Id(1)] DateTimeOffset? LookedAt, [property: Id(2)] WebsiteUrl? Parent);
