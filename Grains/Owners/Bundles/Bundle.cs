using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners.Bundles;

/// <summary>Alerts that are told in one message, which may be a single one.</summary>
/// <param name="Alerts">At least one, oldest first.</param>
public sealed record Bundle(IReadOnlyList<Alert> Alerts)
{
    /// <summary>The end of the hour in which the channel had told as much as it may, so that these had to wait; null when they did not.</summary>
    public DateTimeOffset? FoldedUntil { get; init; }

    /// <summary>Until when nothing else is told over the channel, because this message is the last that it may send in the hour; null when it is not.</summary>
    public DateTimeOffset? LastUntil { get; init; }

    /// <summary>How things stand: of each website, incident or channel the latest alert, in the order in which the first about it came.</summary>
    public IReadOnlyList<Alert> Latest()
    {
        var places = new Dictionary<string, int>();
        var latest = new List<Alert>();
        foreach (var alert in Alerts)
        {
            var subject = IsAboutStanding(alert) ? alert.Website.ToString() : alert.IncidentId;
            if (places.TryAdd(subject, latest.Count))
                latest.Add(alert);
            else
                latest[places[subject]] = alert;
        }

        return latest;
    }

    // A certificate is a story of its own: it takes the place of no outage, and no outage takes its place.
    private static bool IsAboutStanding(Alert alert) => alert.Url is not null && alert.Kind is not
        (AlertKind.CertificateExpires or AlertKind.DomainExpires or AlertKind.Renewed or AlertKind.BecameSlow or AlertKind.FastAgain);
}
