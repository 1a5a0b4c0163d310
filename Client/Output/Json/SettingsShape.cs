using UptimeSquirrel.Checks;
using UptimeSquirrel.Looks;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Output.Json;

/// <summary>How a website is looked at, in JSON. Of secrets it only says that they are set; what nobody has set is null.</summary>
internal sealed record SettingsShape(
    string? Method, string? Auth, bool HasBody, IReadOnlyList<HeaderShape> Headers, bool FollowsRedirects, bool IgnoresCertificate, string? Ip,
    string? Keyword, string? NoKeyword, string? JsonValue, IReadOnlyList<string> ExpectedHeaders, IReadOnlyList<double>? RecheckSeconds, int? Successes)
{
    /// <summary>Null when nothing is set.</summary>
    public static SettingsShape? Of(WebsiteSettings settings) =>
        settings is { Look: null, Patience: null } ? null : Of(settings.Look ?? LookSettings.Default, settings.Patience);

    private static SettingsShape Of(LookSettings look, PatienceSettings? patience) => new(
        look.Method is { } method ? CheckMethods.NameOf(method) : null,
        look.Credentials?.Scheme.ToString().ToLowerInvariant(),
        look.Body is not null,
        [.. look.Headers.Select(header => new HeaderShape(header.Name, header.Value, header.Secret is not null))],
        !look.StopsAtRedirect,
        look.IgnoresCertificate,
        look.Family == IpFamily.Any ? null : look.Family.ToString(),
        look.Keyword,
        look.UnwantedKeyword,
        look.Json?.ToString(),
        [.. look.ExpectedHeaders.Select(header => header.ToString())],
        patience?.RecheckDelays?.Select(delay => delay.TotalSeconds).ToArray(),
        patience?.SuccessesBeforeUp);
}

/// <summary>A header that is sent along; the value of a secret one is null.</summary>
internal sealed record HeaderShape(string Name, string? Value, bool IsSecret);
