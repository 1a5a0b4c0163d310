using UptimeSquirrel.Checks;
using UptimeSquirrel.Looks;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Api.Websites;

/// <summary>How a website is watched; null = as the installation is configured. What is secret is not shown.</summary>
public sealed record SettingsView
{
    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>How often it is checked; of a heartbeat, how often the job calls.</summary>
    public required double IntervalSeconds { get; init; }

    /// <summary>The longest one check may take.</summary>
    public double? TimeoutSeconds { get; init; }

    /// <summary>The statuses that count as up: <c>200-399</c>.</summary>
    public required string Accept { get; init; }

    /// <summary>Words to find it by.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>The address of the website without which this one cannot work.</summary>
    public string? Parent { get; init; }

    /// <summary>How it is asked: <c>HEAD</c>, <c>GET</c> and so on.</summary>
    public string? Method { get; init; }

    /// <summary>Headers that are sent along.</summary>
    public IReadOnlyList<HeaderView> Headers { get; init; } = [];

    /// <summary>Whether a body is sent.</summary>
    public bool HasBody { get; init; }

    /// <summary>In which way we log in: <c>basic</c> or <c>bearer</c>.</summary>
    public AuthScheme? Auth { get; init; }

    /// <summary>Whether redirects are followed.</summary>
    public bool FollowRedirects { get; init; } = true;

    /// <summary>Whether a certificate that browsers would warn of counts as down.</summary>
    public bool VerifyCertificate { get; init; } = true;

    /// <summary>Which kind of IP address is used: 4 or 6.</summary>
    public int? IpVersion { get; init; }

    /// <summary>Words that must be on the page.</summary>
    public string? Keyword { get; init; }

    /// <summary>Words that must not be there.</summary>
    public string? UnwantedKeyword { get; init; }

    /// <summary>A value that the JSON of the answer must have: <c>status=ok</c>.</summary>
    public string? Json { get; init; }

    /// <summary>Headers that the answer must have.</summary>
    public IReadOnlyList<string> ExpectedHeaders { get; init; } = [];

    /// <summary>How long to wait before each further look after a failed one.</summary>
    public IReadOnlyList<double>? RecheckSeconds { get; init; }

    /// <summary>How many good looks in a row end an incident.</summary>
    public int? SuccessesBeforeUp { get; init; }

    /// <summary>From when on a look is slow.</summary>
    public double? SlowAfterSeconds { get; init; }

    /// <summary>Whether a certificate that expires soon is told.</summary>
    public bool WarnOfCertificate { get; init; } = true;

    /// <summary>Whether a domain that expires soon is told.</summary>
    public bool WarnOfDomain { get; init; } = true;

    /// <summary>How late a job may be.</summary>
    public double? GraceSeconds { get; init; }

    internal static SettingsView Of(WebsiteSettings settings) => new()
    {
        Name = settings.Name,
        IntervalSeconds = (settings.Heartbeat?.Every ?? settings.Interval).TotalSeconds,
        TimeoutSeconds = settings.Timeout?.TotalSeconds,
        Accept = settings.Accept.Text,
        Tags = settings.Tags,
        Parent = settings.Parent?.Text,
        Method = settings.Look?.Method is { } method ? CheckMethods.NameOf(method) : null,
        Headers = [.. (settings.Look?.Headers ?? []).Select(header => new HeaderView(header.Name, header.Value))],
        HasBody = settings.Look?.Body is not null,
        Auth = settings.Look?.Credentials?.Scheme,
        FollowRedirects = settings.Look?.StopsAtRedirect is not true,
        VerifyCertificate = settings.Look?.IgnoresCertificate is not true,
        IpVersion = settings.Look?.Family switch { IpFamily.IPv4 => 4, IpFamily.IPv6 => 6, _ => null },
        Keyword = settings.Look?.Keyword,
        UnwantedKeyword = settings.Look?.UnwantedKeyword,
        Json = settings.Look?.Json?.ToString(),
        ExpectedHeaders = [.. (settings.Look?.ExpectedHeaders ?? []).Select(header => header.ToString())],
        RecheckSeconds = settings.Patience?.RecheckDelays?.Select(delay => delay.TotalSeconds).ToList(),
        SuccessesBeforeUp = settings.Patience?.SuccessesBeforeUp,
        SlowAfterSeconds = settings.Warnings?.SlowAfter?.TotalSeconds,
        WarnOfCertificate = settings.Warnings?.Certificate is not false,
        WarnOfDomain = settings.Warnings?.Domain is not false,
        GraceSeconds = settings.Heartbeat?.Grace.TotalSeconds,
    };
}

/// <summary>A header that is sent along.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value; null when it is a secret.</param>
public sealed record HeaderView(string Name, string? Value);
