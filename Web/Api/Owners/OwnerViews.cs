using UptimeSquirrel.Owners;
using UptimeSquirrel.Web.Api.Incidents;

namespace UptimeSquirrel.Web.Api.Owners;

/// <summary>An owner in a list.</summary>
/// <param name="Id">Who.</param>
/// <param name="Websites">How many websites they have.</param>
/// <param name="Down">How many of those are down.</param>
public sealed record OwnerItem(string Id, int Websites, int Down);

/// <summary>How an owner is reached, and what waits to be told.</summary>
public sealed record OwnerView
{
    /// <summary>Who.</summary>
    public required string Id { get; init; }

    /// <summary>The e-mail addresses that are told.</summary>
    public required IReadOnlyList<string> Emails { get; init; }

    /// <summary>Every way in which they are told: a channel for each e-mail address, then the others.</summary>
    public required IReadOnlyList<ChannelView> Channels { get; init; }

    /// <summary>When they do not want to be disturbed; null when always told at once.</summary>
    public QuietHoursView? QuietHours { get; init; }

    /// <summary>How long their alerts are gathered for one message, in seconds; null = as long as the installation says.</summary>
    public double? DigestWindowSeconds { get; init; }

    /// <summary>How long the installation gathers the alerts of owners who have said nothing about it, in seconds.</summary>
    public double UsualDigestWindowSeconds { get; init; }

    /// <summary>How often they get a report; null when they get none.</summary>
    public ReportView? Report { get; init; }

    /// <summary>Alerts accepted and not delivered to everyone yet.</summary>
    public int WaitingAlerts { get; init; }

    /// <summary>Why the latest attempt at a waiting alert failed; null when nothing waits or nothing failed.</summary>
    public string? LastFailure { get; init; }

    /// <summary>When the next attempt is due; null when nothing waits.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>The outages that are not over, oldest first; at most 100.</summary>
    public required IReadOnlyList<OutageView> Outages { get; init; }

    internal static OwnerView Of(OwnerStatus status) => new()
    {
        Id = status.Id.Text,
        Emails = [.. status.Emails.Select(email => email.Text)],
        Channels = [.. status.Channels.Select(ChannelView.Of)],
        QuietHours = status.Quiet is { } quiet ? QuietHoursView.Of(quiet) : null,
        DigestWindowSeconds = status.DigestWindow?.TotalSeconds,
        UsualDigestWindowSeconds = status.UsualDigestWindow.TotalSeconds,
        Report = status.Report is { } report ? new ReportView(report.Period, report.Zone) : null,
        WaitingAlerts = status.WaitingAlerts,
        LastFailure = status.LastFailure,
        NextAttemptAt = status.NextAttemptAt,
        Outages = [.. status.Incidents.Select(OutageView.Of)],
    };
}

/// <summary>An outage that is not over.</summary>
/// <param name="Incident">Its incident.</param>
/// <param name="Website">Which website.</param>
/// <param name="Url">Its address.</param>
/// <param name="StartedAt">The first failed check.</param>
/// <param name="Telling">How the owner is told of it.</param>
public sealed record OutageView(string Incident, Guid Website, string Url, DateTimeOffset StartedAt, TellingView Telling)
{
    internal static OutageView Of(OpenIncident open) => new(open.Id, open.Website.Value, open.Url.Text, open.StartedAt, TellingView.Of(open));
}

/// <summary>The e-mail addresses that are told, in place of all earlier ones.</summary>
/// <param name="Emails">At most 20; none at all means that nobody gets a mail.</param>
public sealed record EmailsBody(IReadOnlyList<string> Emails);

/// <summary>When an owner does not want to be disturbed, by the clock on their wall.</summary>
/// <param name="From">When it begins: <c>22:00</c>.</param>
/// <param name="To">When it ends; on the next day when it is not later.</param>
/// <param name="Zone">The IANA name of the time zone: <c>Europe/Berlin</c>.</param>
/// <param name="Days">The days on which it begins; none at all means every day.</param>
/// <param name="HoldsAll">Whether outages wait, too.</param>
public sealed record QuietHoursView(TimeOnly From, TimeOnly To, string Zone, IReadOnlyList<DayOfWeek>? Days = null, bool HoldsAll = false)
{
    internal static QuietHoursView Of(QuietHours quiet) => new(quiet.From, quiet.To, quiet.Zone, quiet.Days, quiet.HoldsAll);

    internal QuietHours Read() => new() { From = From, To = To, Zone = Zone, Days = Days ?? [], HoldsAll = HoldsAll };
}

/// <summary>How long the alerts of an owner are gathered for one message.</summary>
/// <param name="Seconds">0 to 300; at 0 each alert is a message of its own.</param>
public sealed record DigestWindowView(double Seconds);

/// <summary>How often an owner gets a report by mail.</summary>
/// <param name="Period">What it is about.</param>
/// <param name="Zone">The IANA name of the time zone in which weeks and months begin.</param>
public sealed record ReportView(ReportPeriod Period, string Zone);
