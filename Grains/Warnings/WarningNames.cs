using System.Globalization;
using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Warnings;

/// <summary>The names of warnings, which are theirs for ever.</summary>
/// <remarks>
/// None can be the name of an outage: an owner's outbox takes a second alert of a name for a repeat. What is said about a date is named after the date, so that
/// a silo that decides it anew, because what another had decided was lost with it, gives it the same name.
/// </remarks>
internal static class WarningNames
{
    /// <summary>That a certificate, or a domain, expires on a date, so many days before it.</summary>
    public static string OfStep(WebsiteId id, bool isDomain, DateTimeOffset expiresAt, int days) => string.Create(
        CultureInfo.InvariantCulture, $"{id.Value:N}-{(isDomain ? "domain" : "certificate")}-{expiresAt.UtcDateTime:yyyyMMdd}-{days}");

    /// <summary>That it was renewed.</summary>
    public static string OfRenewal(WebsiteId id, ToldExpiry told) => $"{Of(id, told)}-renewed";

    /// <summary>The first alert about a date, to which all others belong; earlier versions numbered it together with the outages.</summary>
    public static string Of(WebsiteId id, ToldExpiry told) => told.Series ?? WebsiteStateMachine.AlertId(id, told.Number);

    /// <summary>One time of slowness, or its end.</summary>
    public static string OfSlowness(WebsiteId id, long number) => string.Create(CultureInfo.InvariantCulture, $"{id.Value:N}-slow-{number}");

    /// <summary>The time of slowness that was told before.</summary>
    public static string Of(WebsiteId id, Slowness told) => told.Series ?? WebsiteStateMachine.AlertId(id, told.Number);
}
