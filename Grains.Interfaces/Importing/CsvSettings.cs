using UptimeSquirrel.Checks;
using UptimeSquirrel.Looks;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Importing;

/// <summary>Reads what a record says about how its website is watched: the options of <c>squirrel add</c>, a column each.</summary>
internal static class CsvSettings
{
    // A header may hold a semicolon or a comma.
    private static readonly char[] BetweenHeaders = ['|', '\n'];
    private static readonly LookChanges _nothing = new();

    public static WebsiteChanges Read(CsvFields fields)
    {
        var (recheck, successes) = (fields.Read<Delays>("recheck", Delays.TryParse)?.All, fields.ReadValue<int>("successes", TryReadCount));
        var warnings = new WarningSettings
        {
            SlowAfter = fields.ReadValue<TimeSpan>("slowafter", Duration.TryParse),
            Certificate = fields.ReadValue<bool>("certificatewarnings", TryReadSwitch),
            Domain = fields.ReadValue<bool>("domainwarnings", TryReadSwitch),
        };
        var look = Look(fields);
        return new WebsiteChanges
        {
            Interval = fields.ReadValue<TimeSpan>("interval", Duration.TryParse),
            Grace = fields.ReadValue<TimeSpan>("grace", Duration.TryParse),
            Timeout = fields.ReadValue<TimeSpan>("timeout", Duration.TryParse),
            Accept = fields.Read<AcceptedStatuses>("accept", TryReadStatuses),
            Look = look == _nothing ? null : look,
            Patience = recheck is null && successes is null ? null : new PatienceSettings { RecheckDelays = recheck, SuccessesBeforeUp = successes },
            Warnings = warnings == new WarningSettings() ? null : warnings,
            Parent = fields.Read<WebsiteUrl>("parent", WebsiteUrl.TryParse),
        };
    }

    private static LookChanges Look(CsvFields fields)
    {
        var (keyword, unwanted) = Words(fields);
        var (basic, bearer) = (fields.Read<Credentials>("basic", Credentials.TryParseBasic), fields.Read<Credentials>("bearer", Credentials.TryParseBearer));
        if (basic is not null && bearer is not null)
            fields.Refuse("A user name and a token exclude each other.");
        var verifies = fields.ReadValue<bool>("verifytls", TryReadSwitch);
        return new LookChanges
        {
            Method = fields.ReadValue<CheckMethod>("method", CheckMethods.TryParse),
            Headers = fields.ReadMany<RequestHeader>("header", BetweenHeaders, RequestHeader.TryParse),
            Body = fields.Text("body") is { } body ? Secret.Of(body) : null,
            Credentials = basic ?? bearer,
            Keyword = keyword,
            UnwantedKeyword = unwanted,
            Json = fields.Read<JsonExpectation>("jsonvalue", JsonExpectation.TryParse),
            ExpectedHeaders = fields.ReadMany<HeaderExpectation>("expectheader", BetweenHeaders, HeaderExpectation.TryParse),
            StopsAtRedirect = !fields.ReadValue<bool>("follow", TryReadSwitch),
            IgnoresCertificate = fields.ReadValue<bool>("ignoretls", TryReadSwitch) ?? !verifies,
            Family = fields.ReadValue<IpFamily>("ip", TryReadFamily),
        };
    }

    // What UptimeRobot calls "exists" alerts when the words are there.
    private static (string? Keyword, string? Unwanted) Words(CsvFields fields)
    {
        var (keyword, unwanted) = (fields.Text("keyword"), fields.Text("nokeyword"));
        if (keyword is null || fields.Text("keywordtype") is not { } type)
            return (keyword, unwanted);
        switch (string.Concat(type.Where(char.IsLetterOrDigit)).ToLowerInvariant())
        {
            case "2" or "notexists" or "alertnotexists":
                return (keyword, unwanted);
            case "1" or "exists" or "alertexists":
                return (null, keyword);
            default:
                fields.Refuse($"{Quote.Of(type)} is not a type of keyword: expected 'exists', which alerts when the words are there, or 'not exists'.");
                return default;
        }
    }

    /// <summary>Reads a whole number from 1.</summary>
    public static bool TryReadCount(string? text, out int count, out string? problem)
    {
        var isGood = int.TryParse(text, out count) && count > 0;
        problem = isGood ? null : $"{Quote.Of(text)} is not a count: expected a whole number from 1.";
        return isGood;
    }

    // In a field of a CSV file a semicolon is as good as a comma.
    private static bool TryReadStatuses(string? text, out AcceptedStatuses? statuses, out string? problem) =>
        AcceptedStatuses.TryParse(text?.Replace(';', ','), out statuses, out problem);

    /// <summary>Reads yes or no.</summary>
    public static bool TryReadSwitch(string? text, out bool isOn, out string? problem)
    {
        isOn = text?.ToLowerInvariant() is "true" or "yes" or "on" or "1";
        problem = isOn || text?.ToLowerInvariant() is "false" or "no" or "off" or "0" ? null : $"{Quote.Of(text ?? "")} is not a switch: expected yes or no.";
        return problem is null;
    }

    /// <summary>Reads a kind of IP address.</summary>
    public static bool TryReadFamily(string? text, out IpFamily family, out string? problem)
    {
        family = text?.ToLowerInvariant() switch { "4" or "ipv4" => IpFamily.IPv4, "6" or "ipv6" => IpFamily.IPv6, _ => IpFamily.Any };
        problem = family != IpFamily.Any || text?.ToLowerInvariant() is "any" or "auto" ? null : $"{Quote.Of(text ?? "")} is not a kind of IP address: expected 4 or 6.";
        return problem is null;
    }
}
