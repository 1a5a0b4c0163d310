using System.ComponentModel.DataAnnotations;

namespace UptimeSquirrel.Grains.Owners;

/// <summary>When and how owners are told. Section <c>Alerts</c>.</summary>
public sealed class AlertOptions
{
    /// <summary>How long alerts of one owner are gathered, from the first on, to be told in one message.</summary>
    /// <remarks>0 to 5 minutes; default 20 seconds. At 0 each alert is a message of its own, told at once. An owner may have a time of their own.</remarks>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan DigestWindow { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How many mails one channel of an owner may send within an hour; what comes after that is told in one mail when the hour ends.</summary>
    /// <remarks>0 to 10,000; default 60. 0 = no limit.</remarks>
    [Range(0, 10_000)]
    public int MailsPerHour { get; set; } = 60;

    /// <summary>The same for text messages, which cost money.</summary>
    /// <remarks>0 to 10,000; default 20. 0 = no limit.</remarks>
    [Range(0, 10_000)]
    public int TextsPerHour { get; set; } = 20;

    /// <summary>The same for push messages and messages in chats. Webhooks and on-call services have no limit.</summary>
    /// <remarks>0 to 10,000; default 60. 0 = no limit.</remarks>
    [Range(0, 10_000)]
    public int PushesPerHour { get; set; } = 60;

    /// <summary>How long after an outage was told its owner is reminded of it; after the last of these once a day, until it is over, acknowledged or muted.</summary>
    /// <remarks>0 to 10 times of 1 second to 30 days, each longer than the one before; default 1, 6 and 24 hours. None at all means no reminders.</remarks>
    [MaxLength(10)]
    public IReadOnlyList<TimeSpan> Reminders { get; set; } = [TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromHours(24)];

    /// <summary>The address under which the people who get mails reach this silo's HTTP port, for the links to acknowledge and mute an outage.</summary>
    /// <remarks>An http or https address without a query, such as <c>https://monitor.example.org</c>. Default none: mails have no links, and no status page has a domain of its own.</remarks>
    public string PublicUrl { get; set; } = "";
}
