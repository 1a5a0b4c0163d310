using System.Globalization;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Output;

/// <summary>What a website wants beside being up, for people.</summary>
internal static class WarningsText
{
    /// <summary>The standing, and whether it is slow.</summary>
    public static string Standing(WebsiteStatus status) =>
        Wording.Of(status.Standing) + (status is { Standing: Websites.Standing.Up, Warnings.SlowSince: not null } ? " (slow)" : "");

    /// <summary>Lines of a status, each with its heading; nothing about what is not known.</summary>
    public static IEnumerable<(string Heading, string Text)> Lines(WebsiteStatus status, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        if (status.Warnings is not { } warnings)
            yield break;
        if (warnings.SlowSince is { } since)
            yield return ("Slow", $"since {Wording.Local(since, clock)} ({Wording.Ago(since, now)})");
        if (warnings.CertificateExpiresAt is { } certificate)
            yield return ("Certificate", Expiry(certificate, now));
        if (warnings is { Domain: { } domain, DomainExpiresAt: { } date })
            yield return ("Domain", $"{domain}, {Expiry(date, now)}");
    }

    /// <summary>What is said about warnings in how a website is checked.</summary>
    public static string Terms(WebsiteSettings settings) => settings.Warnings is not { } warnings ? "" :
        (warnings.SlowAfter is { } slow ? $", slow after {Duration.Format(slow)}" : "") +
        (warnings.Certificate == false ? ", no certificate warnings" : "") +
        (warnings.Domain == false ? ", no domain warnings" : "");

    private static string Expiry(DateTimeOffset at, DateTimeOffset now)
    {
        var days = Wording.Count((int)Math.Abs((at - now).TotalDays), "day");
        return $"good until {at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} ({(at > now ? $"{days} left" : $"expired {days} ago")})";
    }
}
