using UptimeSquirrel.Checks;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Api.Owners;

/// <summary>What new websites of an owner start with; null = as the installation is configured.</summary>
/// <param name="IntervalSeconds">How often they are checked.</param>
/// <param name="TimeoutSeconds">The longest one check may take.</param>
/// <param name="Accept">The statuses that count as up.</param>
/// <param name="Tags">Words to find them by.</param>
/// <param name="RecheckSeconds">How long to wait before each further look after a failed one.</param>
/// <param name="SuccessesBeforeUp">How many good looks in a row end an incident.</param>
/// <param name="Method">How they are asked.</param>
/// <param name="FollowRedirects">Whether redirects are followed.</param>
/// <param name="IpVersion">Which kind of IP address is used: 4 or 6.</param>
public sealed record DefaultsView(
    double? IntervalSeconds, double? TimeoutSeconds, string? Accept, IReadOnlyList<string>? Tags, IReadOnlyList<double>? RecheckSeconds, int? SuccessesBeforeUp,
    string? Method, bool? FollowRedirects, int? IpVersion)
{
    internal static DefaultsView Of(WebsiteChanges defaults) => new(
        defaults.Interval?.TotalSeconds, defaults.Timeout?.TotalSeconds, defaults.Accept?.Text, defaults.Tags,
        defaults.Patience?.RecheckDelays?.Select(delay => delay.TotalSeconds).ToList(), defaults.Patience?.SuccessesBeforeUp,
        defaults.Look?.Method is { } method ? CheckMethods.NameOf(method) : null, !defaults.Look?.StopsAtRedirect,
        defaults.Look?.Family switch { IpFamily.IPv4 => 4, IpFamily.IPv6 => 6, _ => null });
}
