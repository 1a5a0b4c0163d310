using System.Text.Json;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Looks;
using UptimeSquirrel.Web.Api.Answers;
using UptimeSquirrel.Web.Api.Reading;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Api.Websites;

/// <summary>Reads settings as they are sent; what only the silos can judge they judge.</summary>
internal static class SettingsReader
{
    private const string Parent = "parent";

    // What the silos call a setting, and what it is called here.
    private static readonly Dictionary<string, string> _fields = new()
    {
        ["interval"] = "intervalSeconds",
        ["timeout"] = "timeoutSeconds",
        ["header"] = "headers",
        ["ip"] = "ipVersion",
        ["expect-header"] = "expectedHeaders",
        ["recheck"] = "recheckSeconds",
        ["successes"] = "successesBeforeUp",
        ["grace"] = "graceSeconds",
        ["slow-after"] = "slowAfterSeconds",
    };

    private static readonly Dictionary<string, SettingName> _unsettable = new()
    {
        ["method"] = SettingName.Method,
        ["headers"] = SettingName.Header,
        ["body"] = SettingName.Body,
        ["auth"] = SettingName.Auth,
        ["followRedirects"] = SettingName.Redirects,
        ["verifyCertificate"] = SettingName.Tls,
        ["ipVersion"] = SettingName.Ip,
        ["keyword"] = SettingName.Keyword,
        ["unwantedKeyword"] = SettingName.NoKeyword,
        ["json"] = SettingName.Json,
        ["expectedHeaders"] = SettingName.ExpectHeader,
        ["timeoutSeconds"] = SettingName.Timeout,
        ["accept"] = SettingName.Accept,
        ["recheckSeconds"] = SettingName.Recheck,
        ["successesBeforeUp"] = SettingName.Successes,
        ["intervalSeconds"] = SettingName.Every,
        ["tags"] = SettingName.Tag,
    };

    /// <summary>The same mistake under the name its field has here.</summary>
    public static void AddTo(Mistakes mistakes, IEnumerable<SettingProblem> problems)
    {
        foreach (var problem in problems)
            mistakes.Add(_fields.GetValueOrDefault(problem.Field, problem.Field), problem.Message);
    }

    public static WebsiteChanges Read(SettingsBody body, Mistakes mistakes, IReadOnlyList<string>? unset = null) => new()
    {
        Name = body.Name,
        Interval = Texts.Seconds(body.IntervalSeconds, mistakes, "intervalSeconds"),
        Timeout = Texts.Seconds(body.TimeoutSeconds, mistakes, "timeoutSeconds"),
        Accept = Texts.Read<AcceptedStatuses>(body.Accept, mistakes, "accept", AcceptedStatuses.TryParse),
        Tags = Lists.Given(body.Tags, mistakes, "tags"),
        Parent = Texts.Url(body.Parent, mistakes, Parent),
        RemoveParent = unset?.Contains(Parent) is true,
        Look = Look(body, mistakes),
        Patience = body.RecheckSeconds is null && body.SuccessesBeforeUp is null ? null : new PatienceSettings
        {
            RecheckDelays = body.RecheckSeconds?.Select(delay => Texts.Seconds(delay, mistakes, "recheckSeconds") ?? default).ToList(),
            SuccessesBeforeUp = body.SuccessesBeforeUp,
        },
        Warnings = body.SlowAfterSeconds is null && body.WarnOfCertificate is null && body.WarnOfDomain is null ? null : new WarningSettings
        {
            SlowAfter = Texts.Seconds(body.SlowAfterSeconds, mistakes, "slowAfterSeconds"),
            Certificate = body.WarnOfCertificate,
            Domain = body.WarnOfDomain,
        },
        Grace = Texts.Seconds(body.GraceSeconds, mistakes, "graceSeconds"),
        Unset = Unset(unset, mistakes),
    };

    /// <summary>The names of what was sent, for the audit log: no values, which may be secret.</summary>
    public static IEnumerable<string> FieldsOf(ChangeBody body) => typeof(ChangeBody).GetProperties()
        .Where(property => property.GetValue(body) is not null)
        .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));

    private static List<SettingName> Unset(IReadOnlyList<string>? names, Mistakes mistakes)
    {
        var unset = new List<SettingName>();
        foreach (var name in names ?? [])
            if (_unsettable.TryGetValue(name ?? "", out var setting))
                unset.Add(setting);
            else if (name != Parent)
                mistakes.Add("unset", $"{Quote.Of(name)} cannot be taken back: expected {string.Join(", ", _unsettable.Keys.Append(Parent))}.");
        return unset;
    }

    private static LookChanges? Look(SettingsBody body, Mistakes mistakes)
    {
        var changes = new LookChanges
        {
            Method = Method(body.Method, mistakes),
            Headers = Lists.Given(body.Headers, mistakes, "headers")?.Select(header => RequestHeader.Of(header.Name.Trim(), header.Value.Trim())).ToList(),
            Body = body.Body is null ? null : Secret.Of(body.Body),
            Credentials = LogIn(body, mistakes),
            StopsAtRedirect = !body.FollowRedirects,
            IgnoresCertificate = !body.VerifyCertificate,
            Family = Family(body.IpVersion, mistakes),
            Keyword = body.Keyword,
            UnwantedKeyword = body.UnwantedKeyword,
            Json = Texts.Read<JsonExpectation>(body.Json, mistakes, "json", JsonExpectation.TryParse),
            ExpectedHeaders = Lists.Given(body.ExpectedHeaders, mistakes, "expectedHeaders")?
                .Select(header => Texts.Read<HeaderExpectation>(header, mistakes, "expectedHeaders", HeaderExpectation.TryParse)).OfType<HeaderExpectation>().ToList(),
        };
        return changes == new LookChanges() ? null : changes;
    }

    private static CheckMethod? Method(string? text, Mistakes mistakes)
    {
        if (text is null)
            return null;
        if (CheckMethods.TryParse(text, out var method, out var problem))
            return method;
        mistakes.Add("method", problem!);
        return null;
    }

    private static Credentials? LogIn(SettingsBody body, Mistakes mistakes)
    {
        if (body is { Basic: not null, Bearer: not null })
            mistakes.Add("bearer", "A user name and a token contradict each other: expected one of them.");
        return Texts.Read<Credentials>(body.Basic, mistakes, "basic", Credentials.TryParseBasic) ?? Texts.Read<Credentials>(body.Bearer, mistakes, "bearer", Credentials.TryParseBearer);
    }

    private static IpFamily? Family(int? version, Mistakes mistakes)
    {
        if (version is not (null or 4 or 6))
            mistakes.Add("ipVersion", $"{version} is not a kind of IP address: expected 4 or 6.");
        return version switch { 4 => IpFamily.IPv4, 6 => IpFamily.IPv6, _ => null };
    }
}
