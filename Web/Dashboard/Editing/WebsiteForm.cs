using UptimeSquirrel.Checks;
using UptimeSquirrel.Looks;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Dashboard.Editing;

/// <summary>What stands in the form of a website: texts as they were typed. An empty one means the default.</summary>
public sealed class WebsiteForm
{
    public string Address { get; set; } = "";
    public OwnerId? Owner { get; set; }
    public string Email { get; set; } = "";
    public string Name { get; set; } = "";
    public string Every { get; set; } = "";
    public string Grace { get; set; } = "";
    public string Tags { get; set; } = "";
    public string Parent { get; set; } = "";

    public CheckMethod? Method { get; set; }
    public string Headers { get; set; } = "";
    public bool RemovesHeaders { get; set; }
    public string Body { get; set; } = "";
    public bool RemovesBody { get; set; }
    public AuthScheme? Auth { get; set; }
    public string AuthSecret { get; set; } = "";
    public bool StopsAtRedirect { get; set; }
    public bool IgnoresCertificate { get; set; }
    public IpFamily Family { get; set; }
    public string Timeout { get; set; } = "";

    public string Accept { get; set; } = "";
    public string Keyword { get; set; } = "";
    public string UnwantedKeyword { get; set; } = "";
    public string Json { get; set; } = "";
    public string ExpectedHeaders { get; set; } = "";

    public string Recheck { get; set; } = "";
    public int? Successes { get; set; }
    public string SlowAfter { get; set; } = "";
    public bool WarnsOfCertificate { get; set; } = true;
    public bool WarnsOfDomain { get; set; } = true;

    /// <summary>What the address stands for; a website as long as it is not one.</summary>
    public WebsiteKind Kind => WebsiteUrl.TryParse(Address, out var url, out _) ? url.Kind : WebsiteKind.Website;

    /// <summary>The form of a website that is watched already.</summary>
    public static WebsiteForm Of(WebsiteStatus website)
    {
        var settings = website.Settings;
        var look = settings.Look ?? LookSettings.Default;
        return new WebsiteForm
        {
            Address = website.Url.Text,
            Owner = website.Owner,
            Name = settings.Name,
            Every = Duration.Format(settings.Heartbeat?.Every ?? settings.Interval),
            Grace = settings.Heartbeat is { } heartbeat ? Duration.Format(heartbeat.Grace) : "",
            Tags = string.Join(", ", settings.Tags),
            Parent = settings.Parent?.Text ?? "",
            Method = look.Method,
            Auth = look.Credentials?.Scheme,
            StopsAtRedirect = look.StopsAtRedirect,
            IgnoresCertificate = look.IgnoresCertificate,
            Family = look.Family,
            Timeout = settings.Timeout is { } timeout ? Duration.Format(timeout) : "",
            Accept = settings.Accept == AcceptedStatuses.Default ? "" : settings.Accept.Text,
            Keyword = look.Keyword ?? "",
            UnwantedKeyword = look.UnwantedKeyword ?? "",
            Json = look.Json?.ToString() ?? "",
            ExpectedHeaders = string.Join('\n', look.ExpectedHeaders),
            Recheck = settings.Patience?.RecheckDelays is { } delays ? RecheckText.Write(delays) : "",
            Successes = settings.Patience?.SuccessesBeforeUp,
            SlowAfter = settings.Warnings?.SlowAfter is { } slow ? Duration.Format(slow) : "",
            WarnsOfCertificate = settings.Warnings?.Certificate ?? true,
            WarnsOfDomain = settings.Warnings?.Domain ?? true,
        };
    }
}
