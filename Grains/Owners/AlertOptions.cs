using System.ComponentModel.DataAnnotations;

namespace UptimeSquirrel.Grains.Owners;

/// <summary>When and how owners are told. Section <c>Alerts</c>.</summary>
public sealed class AlertOptions
{
    /// <summary>How long after an outage was told its owner is reminded of it; after the last of these once a day, until it is over, acknowledged or muted.</summary>
    /// <remarks>0 to 10 times of 1 second to 30 days, each longer than the one before; default 1, 6 and 24 hours. None at all means no reminders.</remarks>
    [MaxLength(10)]
    public IReadOnlyList<TimeSpan> Reminders { get; set; } = [TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromHours(24)];

    /// <summary>The address under which the people who get mails reach this silo's HTTP port, for the links to acknowledge and mute an outage.</summary>
    /// <remarks>An http or https address without a query, such as <c>https://monitor.example.org</c>. Default none: mails have no links.</remarks>
    public string PublicUrl { get; set; } = "";
}
