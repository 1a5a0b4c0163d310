using UptimeSquirrel.Checks;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Owners;

/// <summary>What an alert says differently about something that is no website.</summary>
internal static class KindWords
{
    public static bool IsHeartbeat(Alert alert) => alert.Url?.Kind == WebsiteKind.Heartbeat;

    /// <summary>What a reader knows it by beside its name: the host of a website.</summary>
    public static string Host(WebsiteUrl url) => url.Kind == WebsiteKind.Website ? url.ToUri().Authority : url.Label;

    /// <summary>What happened to it: "Shop is down", "nightly-backup has not done its work".</summary>
    public static string IsDown(Alert alert) => alert switch
    {
        { Url.Kind: WebsiteKind.Heartbeat } => "has not done its work",
        { Url.Kind: WebsiteKind.Dns } or { Problem.Kind: FailureKind.CertificateEndsSoon } => "has a problem",
        _ => "is down",
    };

    /// <summary>What we do meanwhile.</summary>
    public static string Meanwhile(Alert alert) => IsHeartbeat(alert) ? "We keep waiting for its calls" : $"We keep checking {DurationWords.Every(alert.Interval)}";

    public static string WasDown(Alert alert, string duration) => IsHeartbeat(alert)
        ? $"It was missing for {duration}, from when it should have called, or said that it had failed, until it called."
        : $"It was down for {duration}, from the first failed check to the first good one.";
}
