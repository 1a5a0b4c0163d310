using UptimeSquirrel.Owners;
using UptimeSquirrel.Quieting;

namespace UptimeSquirrel.Grains.Quieting;

/// <summary>That a website is down, which its owner has not been told.</summary>
/// <param name="Alert">What there would be to tell.</param>
/// <param name="Reason">Why it was not told.</param>
/// <param name="Since">Since when it is held back for that reason.</param>
[GenerateSerializer, Immutable, Alias("uptime.held-alert")]
internal sealed record HeldAlert([property: Id(0)] Alert Alert, [property: Id(1)] HoldReason Reason, [property: Id(2)] DateTimeOffset Since)
{
    /// <summary>Whether the website it depends on was found down: then this belongs to it. Else that is still to be found out.</summary>
    [Id(3)]
    public bool IsFolded { get; init; }

    /// <summary>When the website it depends on was first found not to be down any more; null while it is.</summary>
    [Id(4)]
    public DateTimeOffset? ParentBackAt { get; init; }
}
