using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Dependencies;

/// <summary>Why a website asks after the one it depends on.</summary>
/// <param name="Id">Which website asks.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="FailingSince">Its first failed check.</param>
/// <param name="IsDown">Whether it is down, and nobody was told; else it has only begun to fail.</param>
[GenerateSerializer, Immutable, Alias("uptime.child-note")]
internal sealed record ChildNote(
    [property: Id(0)] WebsiteId Id, [property: Id(1)] string Name, [property: Id(2)] DateTimeOffset FailingSince, [property: Id(3)] bool IsDown);
