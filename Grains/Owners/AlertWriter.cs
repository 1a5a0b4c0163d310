using System.Diagnostics;
using System.Globalization;
using UptimeSquirrel.Grains.Owners.Incidents;
using UptimeSquirrel.Grains.Owners.Reports;
using UptimeSquirrel.Grains.Warnings;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Quieting;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Owners;

/// <summary>Puts an alert into words that a shop owner understands. Same alert, same words, always.</summary>
public static class AlertWriter
{
    private const int NameLimit = 100;
    private const int HostLimit = 100;
    private const int SentenceLimit = 400;
    private const int BriefLimit = 159;

    /// <summary>Writes the message.</summary>
    public static AlertMessage Write(Alert alert) => alert.Kind switch
    {
        AlertKind.WentDown => WriteOutage(alert),
        AlertKind.CameBack => WriteRecovery(alert),
        AlertKind.SiloInDoubt => SiloAlertWriter.WriteDoubt(alert),
        AlertKind.SiloSureAgain => SiloAlertWriter.WriteRecovery(alert),
        AlertKind.CertificateExpires or AlertKind.DomainExpires => WarningAlertWriter.WriteExpiry(alert),
        AlertKind.Renewed => WarningAlertWriter.WriteRenewal(alert),
        AlertKind.BecameSlow => WarningAlertWriter.WriteSlow(alert),
        AlertKind.FastAgain => WarningAlertWriter.WriteFastAgain(alert),
        AlertKind.ChannelBroke => ChannelAlertWriter.WriteBroken(alert),
        AlertKind.StillDown => IncidentAlertWriter.WriteReminder(alert),
        AlertKind.WasDown => IncidentAlertWriter.WritePast(alert),
        AlertKind.Report => ReportAlertWriter.Write(alert),
        AlertKind.Test => ChannelAlertWriter.WriteTest(alert),
        AlertKind.StartedFlapping => FlappingAlertWriter.WriteStart(alert),
        AlertKind.SteadyAgain => FlappingAlertWriter.WriteEnd(alert),
        _ => throw new UnreachableException($"Alert {alert.Id} is of the unknown kind {alert.Kind}."),
    };

    /// <summary>A moment as people write it: <c>23 Nov 2026 10:02:13 UTC</c>.</summary>
    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("d MMM yyyy HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private static AlertMessage WriteOutage(Alert alert)
    {
        var sentence = Sentence(alert);
        var checks = alert.FailedChecks switch
        {
            <= 0 => "",
            1 => ", after 1 failed check",
            var count => $", after {count} failed checks in a row",
        };
        return new AlertMessage
        {
            Subject = $"DOWN: {NameAndHost(alert, NameLimit)}",
            Headline = $"{Name(alert, NameLimit)} {KindWords.IsDown(alert)}.",
            Explanation = sentence,
            Facts =
            [
                Address(alert),
                new("Down since", Moment(alert.StartedAt)),
                new("Confirmed", Moment(alert.DecidedAt) + (KindWords.IsHeartbeat(alert) ? "" : checks)),
                .. ConfirmedFrom(alert),
                .. HeldBack(alert),
                new("Technical cause", Cause(alert)),
            ],
            Next = $"{KindWords.Meanwhile(alert)} and will write again as soon as it is back.",
            Brief = PlainLine.From($"DOWN: {NameAndHost(alert, 40)} since {Clock(alert.StartedAt)}. {sentence}", BriefLimit, "..."),
        };
    }

    private static AlertMessage WriteRecovery(Alert alert)
    {
        var endedAt = alert.EndedAt ?? alert.DecidedAt;
        var duration = endedAt - alert.StartedAt;
        return new AlertMessage
        {
            Subject = $"UP again: {NameAndHost(alert, NameLimit)}, down for {DurationWords.InShort(duration)}",
            Headline = $"{Name(alert, NameLimit)} is up again.",
            Explanation = KindWords.WasDown(alert, DurationWords.InFull(duration)),
            Facts =
            [
                Address(alert),
                new("Down from", Moment(alert.StartedAt)),
                new("Up again since", Moment(endedAt)),
                .. With(alert),
                new("What was wrong", Sentence(alert)),
                new("Technical cause", Cause(alert)),
            ],
            Next = $"{KindWords.Meanwhile(alert)} and will write if it goes down again.",
            Brief = PlainLine.From(
                $"UP again: {NameAndHost(alert, 40)} since {Clock(endedAt)}, down for {DurationWords.InShort(duration)}.", BriefLimit, "..."),
        };
    }

    // One silo alone is no news.
    private static IEnumerable<AlertFact> ConfirmedFrom(Alert alert)
    {
        if (alert.Sightings.Count < 2)
            return [];
        var confirming = alert.Sightings.Where(sighting => !sighting.IsHealthy).ToArray();
        var regions = confirming.Select(sighting => PlainLine.From(sighting.Region, NameLimit)).Distinct();
        var where = alert.Sightings.Select(sighting => sighting.Region).Distinct().Count() > 1 ? $" ({string.Join(", ", regions)})" : "";
        return [new("Confirmed from", $"{confirming.Length} of {alert.Sightings.Count} places{where}")];
    }

    private static IEnumerable<AlertFact> HeldBack(Alert alert) => alert.HeldBack switch
    {
        null => [],
        HoldReason.Maintenance => [new("Told only now", "It went down during its maintenance, which is over.")],
        _ => [new("Told only now", "It went down together with the website it depends on, which is up again.")],
    };

    private static IEnumerable<AlertFact> With(Alert alert)
    {
        if (alert.With is not { Count: > 0 } with)
            return [];
        var names = PlainLine.From(string.Join(", ", with.Names), SentenceLimit);
        var more = with.Count > with.Names.Count ? $" and {with.Count - with.Names.Count} more" : "";
        return [new("With it", $"{with.Count} {(with.Count == 1 ? "website" : "websites")} that went down with it: {names}{more}")];
    }

    internal static AlertFact Address(Alert alert) => new("Address", alert.Url!.Text, IsAddress: alert.Url.Kind == WebsiteKind.Website);

    internal static string Sentence(Alert alert) => PlainLine.From(alert.Problem.Sentence, SentenceLimit);

    /// <summary>A moment of today: <c>10:02 UTC</c>.</summary>
    internal static string Clock(DateTimeOffset at) => at.UtcDateTime.ToString("HH:mm 'UTC'", CultureInfo.InvariantCulture);

    internal static string Cause(Alert alert) => PlainLine.From(alert.Problem.Cause, SentenceLimit);

    private static string Host(Alert alert, int limit) => PlainLine.From(KindWords.Host(alert.Url!), Math.Min(limit, HostLimit));

    internal static string Name(Alert alert, int limit)
    {
        var name = PlainLine.From(alert.Name, limit);
        return name.Length > 0 ? name : Host(alert, limit);
    }

    // A website nobody named is called after its host and path: no need to say the host twice.
    internal static string NameAndHost(Alert alert, int limit)
    {
        var name = Name(alert, limit);
        var host = Host(alert, limit);
        return name.StartsWith(host, StringComparison.OrdinalIgnoreCase) && (name.Length == host.Length || name[host.Length] == '/') ? name : $"{name} ({host})";
    }
}
