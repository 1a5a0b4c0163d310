using System.Text.Json.Serialization;
using UptimeSquirrel.Grains.Owners.Reports;
using UptimeSquirrel.Grains.Owners.Templates;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners;

/// <summary>What an owner's grain keeps in the database: how to reach them, and the outbox.</summary>
internal sealed class OwnerState
{
    public List<EmailAddress> Emails { get; set; } = [];

    /// <summary>The channels beside the e-mail addresses, in the order they were added.</summary>
    public List<StoredChannel> Channels { get; set; } = [];

    /// <summary>How many channels were ever added: no two share a name, ever.</summary>
    public int ChannelsEverAdded { get; set; }

    /// <summary>The channels, by id, whose last delivery failed.</summary>
    public Dictionary<string, ChannelTrouble> Troubles { get; set; } = [];

    /// <summary>Alerts accepted and not delivered to everyone yet, oldest first.</summary>
    public List<WaitingAlert> Waiting { get; set; } = [];

    /// <summary>How many messages went out over each channel, by id, in the hour of the latest.</summary>
    public Dictionary<string, ChannelHour> Hours { get; set; } = [];

    /// <summary>Alerts accepted lately, to recognise one that is handed over twice.</summary>
    public List<KnownHour> KnownHours { get; set; } = [];

    /// <summary>How they were kept before; only read.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public List<KnownAlert>? Known
    {
        get => null;
        init => KnownAlerts.Add(KnownHours, value ?? []);
    }

    /// <summary>The outages that are not over, oldest first.</summary>
    public List<OpenIncident> Open { get; set; } = [];

    /// <summary>When this owner does not want to be disturbed; null = never told later.</summary>
    public QuietHours? Quiet { get; set; }

    /// <summary>How long this owner's alerts are gathered for one message; null = as long as the installation says.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TimeSpan? DigestWindow { get; set; }

    /// <summary>How often this owner gets a report; null = never.</summary>
    public StoredReports? Reports { get; set; }

    /// <summary>How messages read, by the kind of channel, where the owner wants other words than the usual.</summary>
    public Dictionary<string, StoredTemplate> Templates { get; set; } = [];

    /// <summary>Grows with every change of the contacts, templates or quiet hours; 0 before the first.</summary>
    public long ContactsVersion { get; set; }

    /// <summary>When this owner was taken away; null while there is one. What is left then only recognises what comes late.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>Names this write: what is found in the database can be recognised by it.</summary>
    public long Version { get; set; }

    /// <summary>Every way of telling this owner: the e-mail addresses first.</summary>
    public IEnumerable<StoredChannel> AllChannels() => Emails.Select(StoredChannel.Of).Concat(Channels);
}

/// <summary>An alert in the outbox.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="AcceptedAt">Since when it may be told: when it was accepted, or the end of the quiet hours it waited for.</param>
internal sealed record WaitingAlert(Alert Alert, DateTimeOffset AcceptedAt)
{
    /// <summary>Over which channels it has not been told yet.</summary>
    public required IReadOnlyList<WaitingRecipient> Recipients { get; init; }

    /// <summary>
    /// Until when alerts are gathered for the message that this one is a part of: all with the same moment are one message. Null = it is told on its own.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? BundleUntil { get; init; }

    /// <summary>Over which channels it has been told.</summary>
    public IReadOnlyList<string> Told { get; init; } = [];

    /// <summary>Until when it waits for the end of quiet hours; null when it never did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>From when on it may be told: now, or when the quiet hours end that it waits for.</summary>
    public DateTimeOffset TellableFrom(DateTimeOffset now) => HeldUntil > now ? HeldUntil.Value : now;
}

/// <summary>A channel over which an alert has not been told yet.</summary>
/// <param name="Channel">The channel's id.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="NextAttemptAt">When to try next.</param>
/// <param name="LastFailure">Why the last attempt failed; null before the first.</param>
internal sealed record WaitingRecipient(string Channel, int Attempts, DateTimeOffset NextAttemptAt, string? LastFailure)
{
    /// <summary>
    /// Until when it waits because the channel has told as much as it may in this hour: all with the same moment are one message. Null = it does not.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? FoldedUntil { get; init; }

    /// <summary>What stood in place of the channel when there was only e-mail; only read.</summary>
    public EmailAddress? Address
    {
        init => Channel = value?.Text ?? Channel;
    }
}

/// <summary>What is the matter with a channel.</summary>
/// <param name="Failures">How many deliveries in a row failed, of whatever alert.</param>
/// <param name="NotBefore">Until then it is left alone.</param>
/// <param name="LastFailure">Why the last one failed.</param>
internal sealed record ChannelTrouble(int Failures, DateTimeOffset NotBefore, string LastFailure)
{
    /// <summary>Since when it is known not to work any more; null while it may.</summary>
    public DateTimeOffset? BrokenSince { get; init; }

    /// <summary>Whether the operator has been told that.</summary>
    public bool IsOperatorTold { get; init; }
}

/// <summary>What went out over a channel within one hour.</summary>
/// <param name="Hour">Its beginning.</param>
/// <param name="Messages">How many messages, whatever they told.</param>
internal sealed record ChannelHour(DateTimeOffset Hour, int Messages);

/// <summary>The alerts accepted within one hour.</summary>
/// <param name="Hour">Its beginning.</param>
/// <param name="Marks">A mark for each, see <see cref="KnownAlerts"/>.</param>
internal sealed record KnownHour(DateTimeOffset Hour, List<long> Marks);

/// <summary>An alert that was accepted, as it was kept before.</summary>
internal sealed record KnownAlert(string Id, DateTimeOffset AcceptedAt);
