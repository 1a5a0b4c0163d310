using UptimeSquirrel.Checks;
using UptimeSquirrel.Looks;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Dashboard.Editing;

/// <summary>Decides what a form changes. What the form leaves empty is taken back, so that the default holds again.</summary>
internal static class WebsiteFormRules
{
    /// <summary>The changes that make of a website what the form says.</summary>
    /// <param name="form">The form, each field of which is well written.</param>
    /// <param name="present">How the website is watched now; null for a new one.</param>
    public static WebsiteChanges Read(WebsiteForm form, WebsiteSettings? present)
    {
        var kind = form.Kind;
        var tags = form.Tags.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new WebsiteChanges
        {
            Name = Text(form.Name),
            Interval = Length(form.Every),
            Grace = kind == WebsiteKind.Heartbeat ? Length(form.Grace) : null,
            Tags = tags.Length > 0 ? tags : null,
            Timeout = kind == WebsiteKind.Heartbeat ? null : Length(form.Timeout),
            Accept = kind == WebsiteKind.Website && AcceptedStatuses.TryParse(Text(form.Accept), out var accept, out _) ? accept : null,
            Parent = WebsiteUrl.TryParse(Text(form.Parent), out var parent, out _) ? parent : null,
            RemoveParent = present?.Parent is not null && parent is null,
            Patience = Patience(form),
            Warnings = Warnings(form, present),
            Look = kind == WebsiteKind.Website ? Look(form) : kind == WebsiteKind.Heartbeat ? null : LookOfOthers(form),
            Unset = present is null ? [] : [.. Unset(form, present)],
        };
    }

    /// <summary>What is wrong with the settings of a look taken together, such as a method that brings no page to search.</summary>
    public static IReadOnlyList<SettingProblem> FindProblems(WebsiteForm form, WebsiteSettings? present)
    {
        var changes = Read(form, present);
        return changes.Look?.ApplyTo(present?.Look, changes.Unset) is { } look ? [.. LookProblems.Find(look)] : [];
    }

    private static LookChanges Look(WebsiteForm form)
    {
        var headers = FieldRules.Lines(form.Headers).Select(line => RequestHeader.TryParse(line, out var header, out _) ? header : null).OfType<RequestHeader>().ToList();
        var expected = FieldRules.Lines(form.ExpectedHeaders).Select(line => HeaderExpectation.TryParse(line, out var one, out _) ? one : null).OfType<HeaderExpectation>().ToList();
        return new LookChanges
        {
            Method = form.Method,
            Headers = headers.Count > 0 ? headers : null,
            Body = form.Body.Length > 0 ? Secret.Of(form.Body) : null,
            Credentials = form.Auth is { } scheme && Text(form.AuthSecret) is { } secret ? new Credentials(scheme, Secret.Of(secret)) : null,
            StopsAtRedirect = form.StopsAtRedirect ? true : null,
            IgnoresCertificate = form.IgnoresCertificate ? true : null,
            Family = form.Family == IpFamily.Any ? null : form.Family,
            Keyword = Text(form.Keyword),
            UnwantedKeyword = Text(form.UnwantedKeyword),
            Json = JsonExpectation.TryParse(Text(form.Json), out var json, out _) ? json : null,
            ExpectedHeaders = expected.Count > 0 ? expected : null,
        };
    }

    private static LookChanges? LookOfOthers(WebsiteForm form) => form.Family == IpFamily.Any ? null : new LookChanges { Family = form.Family };

    private static PatienceSettings? Patience(WebsiteForm form)
    {
        var delays = Text(form.Recheck) is { } text && RecheckText.TryRead(text, out var read, out _) ? read : null;
        return delays is null && form.Successes is null ? null : new PatienceSettings { RecheckDelays = delays, SuccessesBeforeUp = form.Successes };
    }

    private static WarningSettings? Warnings(WebsiteForm form, WebsiteSettings? present)
    {
        var now = present?.Warnings;
        var slow = Length(form.SlowAfter) ?? (now?.SlowAfter is null ? null : TimeSpan.Zero);
        bool? certificate = form.WarnsOfCertificate == (now?.Certificate ?? true) ? null : form.WarnsOfCertificate;
        bool? domain = form.WarnsOfDomain == (now?.Domain ?? true) ? null : form.WarnsOfDomain;
        return slow is null && certificate is null && domain is null ? null : new WarningSettings { SlowAfter = slow, Certificate = certificate, Domain = domain };
    }

    private static IEnumerable<SettingName> Unset(WebsiteForm form, WebsiteSettings present)
    {
        var look = present.Look ?? LookSettings.Default;
        (bool IsTakenBack, SettingName Name)[] all =
        [
            (form.Method is null && look.Method is not null, SettingName.Method),
            (form.RemovesHeaders, SettingName.Header),
            (form.RemovesBody, SettingName.Body),
            (form.Auth is null && look.Credentials is not null, SettingName.Auth),
            (!form.StopsAtRedirect && look.StopsAtRedirect, SettingName.Redirects),
            (!form.IgnoresCertificate && look.IgnoresCertificate, SettingName.Tls),
            (form.Family == IpFamily.Any && look.Family != IpFamily.Any, SettingName.Ip),
            (Text(form.Keyword) is null && look.Keyword is not null, SettingName.Keyword),
            (Text(form.UnwantedKeyword) is null && look.UnwantedKeyword is not null, SettingName.NoKeyword),
            (Text(form.Json) is null && look.Json is not null, SettingName.Json),
            (Text(form.ExpectedHeaders) is null && look.ExpectedHeaders.Count > 0, SettingName.ExpectHeader),
            (Text(form.Timeout) is null && present.Timeout is not null, SettingName.Timeout),
            (Text(form.Accept) is null && present.Accept != AcceptedStatuses.Default, SettingName.Accept),
            (Text(form.Recheck) is null && present.Patience?.RecheckDelays is not null, SettingName.Recheck),
            (form.Successes is null && present.Patience?.SuccessesBeforeUp is not null, SettingName.Successes),
            (Text(form.Every) is null, SettingName.Every),
            (Text(form.Tags) is null && present.Tags.Count > 0, SettingName.Tag),
        ];
        return all.Where(one => one.IsTakenBack).Select(one => one.Name);
    }

    private static string? Text(string text) => FieldRules.IsEmpty(text) ? null : text.Trim();

    private static TimeSpan? Length(string text) => Text(text) is { } typed && Duration.TryParse(typed, out var length, out _) ? length : null;
}
