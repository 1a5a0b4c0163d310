using UptimeSquirrel.Checks;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Output.Json;

/// <summary>What new websites of an owner start with, in JSON; null = as the installation is configured.</summary>
internal sealed record DefaultsShape(
    double? IntervalSeconds, double? TimeoutSeconds, string? Accept, IReadOnlyList<string>? Tags, string? Method, bool? FollowsRedirects, string? Ip,
    IReadOnlyList<double>? RecheckSeconds, int? Successes, double? SlowAfterSeconds, bool? CertificateWarnings, bool? DomainWarnings)
{
    public static DefaultsShape Of(WebsiteChanges defaults) => new(
        defaults.Interval?.TotalSeconds,
        defaults.Timeout?.TotalSeconds,
        defaults.Accept?.Text,
        defaults.Tags,
        defaults.Look?.Method is { } method ? CheckMethods.NameOf(method) : null,
        defaults.Look?.StopsAtRedirect is { } stops ? !stops : null,
        defaults.Look?.Family?.ToString(),
        defaults.Patience?.RecheckDelays?.Select(delay => delay.TotalSeconds).ToArray(),
        defaults.Patience?.SuccessesBeforeUp,
        defaults.Warnings?.SlowAfter?.TotalSeconds,
        defaults.Warnings?.Certificate,
        defaults.Warnings?.Domain);
}
