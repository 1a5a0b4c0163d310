using UptimeSquirrel.Checks;
using UptimeSquirrel.Importing;
using UptimeSquirrel.Looks;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Sites.Declaring;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Sites.Reading;

/// <summary>One website of a file: under the names of the options of <c>squirrel add</c>. Whether a value is within its range the cluster says.</summary>
internal static class WebsiteEntry
{
    /// <summary>What takes a setting back to what the installation starts with, whatever the owner's defaults say.</summary>
    public const string AsConfigured = "default";

    private static readonly (string Name, SettingName Setting)[] Unsettable =
    [
        ("every", SettingName.Every), ("timeout", SettingName.Timeout), ("accept", SettingName.Accept), ("tags", SettingName.Tag), ("method", SettingName.Method),
        ("recheck", SettingName.Recheck), ("successes", SettingName.Successes),
    ];

    /// <returns>Null when it has no address.</returns>
    public static DeclaredWebsite? Read(Entry entry, OwnerId usualOwner)
    {
        var url = entry.Read<WebsiteUrl>("url", WebsiteUrl.TryParse);
        if (entry.Lacks("url"))
            entry.Refuse("the website has no address: expected 'url: https://shop.example'.");
        var owner = entry.Read<OwnerId>("owner", OwnerId.TryParse) ?? usualOwner;
        var changes = Settings(entry);
        var isPaused = entry.ReadValue<bool>("paused", CsvSettings.TryReadSwitch);
        entry.Finish();
        return url is null ? null : new DeclaredWebsite(url, owner, changes, isPaused, entry.Place);
    }

    private static WebsiteChanges Settings(Entry entry)
    {
        var unset = Unsettable.Where(one => entry.Take(one.Name, AsConfigured)).ToList();
        var patience = new PatienceSettings { RecheckDelays = Rechecks(entry), SuccessesBeforeUp = entry.ReadValue<int>("successes", CsvSettings.TryReadCount) };
        var warnings = new WarningSettings
        {
            SlowAfter = entry.ReadValue<TimeSpan>("slow-after", Duration.TryParse),
            Certificate = entry.ReadValue<bool>("certificate-warnings", CsvSettings.TryReadSwitch),
            Domain = entry.ReadValue<bool>("domain-warnings", CsvSettings.TryReadSwitch),
        };
        var look = Look(entry);
        return new WebsiteChanges
        {
            IsWhole = true,
            Name = entry.Text("name"),
            Interval = entry.ReadValue<TimeSpan>("every", Duration.TryParse),
            Grace = entry.ReadValue<TimeSpan>("grace", Duration.TryParse),
            Timeout = entry.ReadValue<TimeSpan>("timeout", Duration.TryParse),
            Accept = entry.Read<AcceptedStatuses>("accept", AcceptedStatuses.TryParse),
            Tags = entry.Texts("tags"),
            Look = look == new LookChanges() ? null : look,
            Patience = patience == new PatienceSettings() ? null : patience,
            Warnings = warnings == new WarningSettings() ? null : warnings,
            Parent = entry.Read<WebsiteUrl>("parent", WebsiteUrl.TryParse),
            Unset = [.. unset.Select(one => one.Setting)],
        };
    }

    private static LookChanges Look(Entry entry)
    {
        var (basic, bearer) = (entry.Secret("basic"), entry.Secret("bearer"));
        if (basic is not null && bearer is not null)
            entry.Refuse("'basic' and 'bearer' exclude each other: expected one of them.");
        var login = basic is not null ? new Credentials(AuthScheme.Basic, Secret.Of(basic)) : bearer is not null ? new Credentials(AuthScheme.Bearer, Secret.Of(bearer)) : null;
        var follows = entry.ReadValue<bool>("follow", CsvSettings.TryReadSwitch);
        return new LookChanges
        {
            Method = entry.ReadValue<CheckMethod>("method", CheckMethods.TryParse),
            Headers = Headers(entry),
            Body = entry.Text("body") is { } body ? Secret.Of(body) : null,
            Credentials = login,
            Keyword = entry.Text("keyword"),
            UnwantedKeyword = entry.Text("no-keyword"),
            Json = entry.Read<JsonExpectation>("json-value", JsonExpectation.TryParse),
            ExpectedHeaders = ExpectedHeaders(entry),
            StopsAtRedirect = !follows,
            IgnoresCertificate = entry.ReadValue<bool>("ignore-tls", CsvSettings.TryReadSwitch),
            Family = entry.ReadValue<IpFamily>("ip", CsvSettings.TryReadFamily),
        };
    }

    private static RequestHeader[]? Headers(Entry entry)
    {
        if (entry.Pairs("headers") is not { } pairs)
            return null;
        foreach (var (name, _, _) in pairs.Where(pair => RequestHeader.IsSecret(pair.Name) && !pair.IsFromEnvironment))
            entry.Refuse($"the header {Quote.Of(name, 60)} {Substitution.Wanted("token")}");
        return [.. pairs.Select(pair => RequestHeader.Of(pair.Name, pair.Value))];
    }

    private static HeaderExpectation[]? ExpectedHeaders(Entry entry)
    {
        if (entry.Pairs("expect-headers") is not { } pairs)
            return null;
        var all = new List<HeaderExpectation>();
        foreach (var (name, value, _) in pairs)
            if (HeaderExpectation.TryParse(value.Length > 0 ? $"{name}: {value}" : name, out var expectation, out var problem))
                all.Add(expectation);
            else
                entry.Refuse($"'expect-headers': {problem}");
        return [.. all];
    }

    private static TimeSpan[]? Rechecks(Entry entry)
    {
        if (entry.Texts("recheck") is not { } given)
            return null;
        if (Delays.TryParse(given.Count == 0 ? "none" : string.Join(',', given), out var delays, out var problem))
            return [.. delays!.All];
        entry.Refuse($"'recheck': {problem}");
        return null;
    }
}
