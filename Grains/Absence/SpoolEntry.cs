using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Absence;

/// <summary>One line of the spool, about one website; exactly one of the other properties is set.</summary>
public sealed record SpoolEntry
{
    /// <summary>Which website.</summary>
    public required WebsiteId Website { get; init; }

    /// <summary>Its alerts wait here from now on.</summary>
    public KeptAlerts? Kept { get; init; }

    /// <summary>Somebody was told, or could not be told, one of them.</summary>
    public Delivery? Told { get; init; }

    /// <summary>The id of an alert that its owner's grain has stored: nobody is told about it from here any more.</summary>
    public string? Accepted { get; init; }

    /// <summary>What was kept up to this version is in the database now.</summary>
    public long? SavedUpTo { get; init; }
}

/// <summary>What a website could not get into the database.</summary>
/// <param name="Owner">Whom to tell.</param>
/// <param name="Version">The website's version: the higher one replaces the lower.</param>
/// <param name="State">All that the website's grain remembers, in its own words: what was told must not be forgotten after a crash.</param>
/// <param name="Alerts">What its owner is to be told, oldest first.</param>
public sealed record KeptAlerts(OwnerId Owner, long Version, string State, IReadOnlyList<Alert> Alerts);
