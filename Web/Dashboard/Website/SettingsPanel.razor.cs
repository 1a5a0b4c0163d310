using Microsoft.AspNetCore.Components;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Looks;
using UptimeSquirrel.Web.Dashboard.Editing;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Dashboard.Website;

/// <summary>Shows how a website is watched. Secrets are named, never shown.</summary>
public sealed partial class SettingsPanel
{
    /// <summary>Which website.</summary>
    [Parameter, EditorRequired]
    public WebsiteStatus Website { get; set; } = null!;

    private IEnumerable<(string Name, string Value)> Facts()
    {
        var settings = Website.Settings;
        yield return ("Looked at every", Duration.Format(settings.Heartbeat?.Every ?? settings.Interval));
        if (settings.Heartbeat is { } heartbeat)
            yield return ("Grace", Duration.Format(heartbeat.Grace));
        if (settings.Timeout is { } timeout)
            yield return ("Time limit", Duration.Format(timeout));
        if (Website.Url.Kind == WebsiteKind.Website)
            yield return ("Statuses that count as up", settings.Accept.Text);
        if (settings.Patience?.RecheckDelays is { } delays)
            yield return ("Look again after", RecheckText.Write(delays));
        if (settings.Patience?.SuccessesBeforeUp is { } successes)
            yield return ("Good looks that end an outage", successes.ToString(System.Globalization.CultureInfo.CurrentCulture));
        if (settings.Warnings?.SlowAfter is { } slow)
            yield return ("Slow after", Duration.Format(slow));
        foreach (var fact in settings.Look is { } look ? Facts(look) : [])
            yield return fact;
    }

    private IEnumerable<(string Name, string Value)> Facts(LookSettings look)
    {
        if (look.Method is { } method)
            yield return ("Method", method.ToString().ToUpperInvariant());
        if (look.Headers.Count > 0)
            yield return ("Headers to send", string.Join(", ", look.Headers.Select(header => header.Value is { } value ? $"{header.Name}: {value}" : $"{header.Name} ({L["secret"]})")));
        if (look.Body is not null)
            yield return ("Body to send", L["secret"]);
        if (look.Credentials is { } credentials)
            yield return ("Log in with", credentials.Scheme == AuthScheme.Basic ? L["user name and password"] : L["a token"]);
        if (look.StopsAtRedirect)
            yield return ("Redirects", L["not followed"]);
        if (look.IgnoresCertificate)
            yield return ("Certificate", L["any will do"]);
        if (look.Family != IpFamily.Any)
            yield return ("IP address", look.Family.ToString());
        if (look.Keyword is { } keyword)
            yield return ("Words that must be on the page", keyword);
        if (look.UnwantedKeyword is { } unwanted)
            yield return ("Words that must not be there", unwanted);
        if (look.Json is { } json)
            yield return ("JSON value", json.ToString());
        if (look.ExpectedHeaders.Count > 0)
            yield return ("Headers that the answer must have", string.Join(", ", look.ExpectedHeaders));
    }
}
