using UptimeSquirrel.Grains.Owners.Bundles;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners;

/// <summary>Addresses alerts to one channel. Same alerts and channel, same letter, always.</summary>
public static class LetterWriter
{
    /// <summary>Writes the letter about one alert.</summary>
    /// <param name="alert">What to tell.</param>
    /// <param name="channel">The channel's id; for an e-mail address the address.</param>
    public static Letter Write(Alert alert, string channel) => Write(new Bundle([alert]), channel);

    /// <summary>Writes the letter about all that is told in one message.</summary>
    /// <param name="bundle">What to tell.</param>
    /// <param name="channel">The channel's id; for an e-mail address the address.</param>
    public static Letter Write(Bundle bundle, string channel)
    {
        var alerts = bundle.Alerts;
        var latest = bundle.Latest();
        var alert = latest.MaxBy(one => SeverityRules.Of(one.Kind))!;
        var id = IdOf(alerts);
        return new Letter
        {
            Id = id,
            Alert = alert,
            Alerts = alerts,
            Words = BundleWriter.Write(bundle, latest),
            MessageId = Key(id, channel),
            ThreadId = Key(alerts.Count == 1 ? alert.IncidentId : id, channel),
            Severity = SeverityRules.Of(alert.Kind),
            IsAllClear = latest.All(SeverityRules.IsAllClear),
        };
    }

    // Of several it says which they are: were one of them told or given up elsewhere meanwhile, a repeat would tell other things and must not pass for the same.
    private static string IdOf(IReadOnlyList<Alert> alerts) => alerts.Count == 1
        ? alerts[0].Id
        : $"bundle-{alerts[0].Id}-{TextMark.Of(string.Join('\n', alerts.Select(alert => alert.Id)), 6)}";

    private static string Key(string id, string channel) => TextMark.Of($"{id}\n{channel}", 16);
}
