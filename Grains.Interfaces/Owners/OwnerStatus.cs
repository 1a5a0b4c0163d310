namespace UptimeSquirrel.Owners;

/// <summary>How an owner is reached, and what waits to be told.</summary>
[GenerateSerializer, Immutable, Alias("uptime.owner-status")]
public sealed record OwnerStatus
{
    /// <summary>The most e-mail addresses one owner may have.</summary>
    public const int MaximumEmails = 20;

    /// <summary>The most channels one owner may have beside the e-mail addresses.</summary>
    public const int MaximumChannels = 20;

    /// <summary>The most open incidents that one answer names.</summary>
    public const int MaximumIncidents = 100;

    /// <summary>The longest time for which the alerts of one owner may be gathered.</summary>
    public static readonly TimeSpan LongestDigestWindow = TimeSpan.FromMinutes(5);

    /// <summary>Which owner.</summary>
    [Id(0)]
    public required OwnerId Id { get; init; }

    /// <summary>Who is told, in the order they were given; empty when nobody is.</summary>
    [Id(1)]
    public required IReadOnlyList<EmailAddress> Emails { get; init; }

    /// <summary>Alerts accepted and not delivered to everyone yet.</summary>
    [Id(2)]
    public int WaitingAlerts { get; init; }

    /// <summary>Why the latest attempt at a waiting alert failed; null when nothing waits or nothing failed.</summary>
    [Id(3)]
    public string? LastFailure { get; init; }

    /// <summary>When the next attempt at a waiting alert is due, UTC; null when nothing waits.</summary>
    [Id(4)]
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>Every way in which this owner is told: a channel for each e-mail address, then the others in the order they were added.</summary>
    [Id(5)]
    public IReadOnlyList<ContactChannel> Channels { get; init; } = [];

    /// <summary>The outages that are not over, oldest first: at most <see cref="MaximumIncidents"/>.</summary>
    [Id(24)]
    public IReadOnlyList<OpenIncident> Incidents { get; init; } = [];

    /// <summary>When this owner does not want to be disturbed; null when always told at once.</summary>
    [Id(25)]
    public QuietHours? Quiet { get; init; }

    /// <summary>How often this owner gets a report; null when they get none.</summary>
    [Id(26)]
    public ReportPlan? Report { get; init; }

    /// <summary>How this owner's messages read, by the kind of channel, where they want other words than the usual.</summary>
    [Id(50)]
    public IReadOnlyList<OwnerTemplate> Templates { get; init; } = [];

    /// <summary>How long alerts are gathered for one message, where this owner has a time of their own: zero to 5 minutes; null = <see cref="UsualDigestWindow"/>.</summary>
    [Id(70)]
    public TimeSpan? DigestWindow { get; init; }

    /// <summary>How long the alerts of owners are gathered who have said nothing about it: the installation's <c>Alerts:DigestWindow</c>.</summary>
    [Id(71)]
    public TimeSpan UsualDigestWindow { get; init; }

    /// <summary>Names what people have set of this owner (addresses, channels, quiet hours, digest window, report): another mark means that somebody has changed it.</summary>
    [Id(60)]
    public string Mark { get; init; } = "";
}
