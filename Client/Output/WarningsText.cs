using System.Globalization;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Output;

/// <summary>What a website wants beside being up, for people.</summary>
internal static class WarningsText
{
    /// <summary>The standing, and whether it is slow.</summary>
    public static string Standing(WebsiteStatus status) =>
        Wording.Of(status.Standing) + (status is { Standing: Websites.Standing.Up, Warnings.SlowSince: not null } ? " (slow)" : "");

    /// <summary>What the owner was warned of, in a few words: <c>certificate expires in 6 days</c>. Nothing of what has expired: then the checks say so.</summary>
    public static IEnumerable<string> Brief(WebsiteWarnings? warnings, DateTimeOffset now)
    {
        if (warnings?.CertificateExpiresAt is { } certificate && certificate > now)
            yield return $"certificate expires {In(certificate, now)}";
        if (warnings?.DomainExpiresAt is { } domain && domain > now)
            yield return $"domain expires {In(domain, now)}";
    }

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
    public static string Terms(WebsiteSettings settings) => settings.Warnings is not { } warnings ? "" : string.Concat(Terms(warnings).Select(term => $", {term}"));

    public static IEnumerable<string> Terms(WarningSettings warnings)
    {
        if (warnings.SlowAfter is { } slow)
            yield return $"slow after {Duration.Format(slow)}";
        if (warnings.Certificate == false)
            yield return "no certificate warnings";
        if (warnings.Domain == false)
            yield return "no domain warnings";
    }

    private static string In(DateTimeOffset at, DateTimeOffset now) =>
        (int)(at - now).TotalDays is > 0 and var days ? $"in {Wording.Count(days, "day")}" : "within a day";

    private static string Expiry(DateTimeOffset at, DateTimeOffset now)
    {
        var days = Wording.Count((int)Math.Abs((at - now).TotalDays), "day");
        return $"good until {at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} ({(at > now ? $"{days} left" : $"expired {days} ago")})";
    }
}
