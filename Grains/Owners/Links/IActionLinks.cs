using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners.Links;

/// <summary>Makes links with which somebody who got a mail does something about the outage, and reads them again. Nobody else can make one.</summary>
public interface IActionLinks
{
    /// <summary>The links for this alert over this channel; none when there is nothing to do, or when no address is configured for them.</summary>
    IReadOnlyList<ActionLink> For(Alert alert, string channel);

    /// <summary>What a link is for; null when it is none of ours.</summary>
    /// <param name="token">The last part of its path.</param>
    LinkOrder? Read(string token);
}

/// <summary>A link in a mail.</summary>
/// <param name="Label">What it does: <c>Acknowledge</c>.</param>
/// <param name="Url">Where it leads.</param>
public sealed record ActionLink(string Label, string Url);

/// <summary>What somebody may do who has a link.</summary>
/// <param name="Incident">Which outage it is about.</param>
/// <param name="Action">What they may do.</param>
/// <param name="By">The channel over which they were told.</param>
/// <param name="Expires">Until when, UTC.</param>
public sealed record LinkOrder(string Incident, LinkAction Action, string By, DateTimeOffset Expires);

/// <summary>What a link does. The numbers are in links that people have: never reuse one.</summary>
public enum LinkAction
{
    /// <summary>Notes that somebody has taken the outage on.</summary>
    Acknowledge = 0,

    /// <summary>Tells nothing more of it for two hours.</summary>
    Mute = 1,
}
