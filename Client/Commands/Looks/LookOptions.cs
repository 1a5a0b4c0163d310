using System.CommandLine;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Looks;

namespace UptimeSquirrel.Client.Commands.Looks;

/// <summary>The options that say how a website is asked and what is expected of its answer.</summary>
internal sealed class LookOptions
{
    private readonly Option<CheckMethod?> method = Reading.ValueOption<CheckMethod>("--method", "GET", "How to ask: HEAD, GET, POST, PUT, PATCH, DELETE or OPTIONS. Else HEAD, and GET where HEAD is refused.", CheckMethods.TryParse);
    private readonly Option<RequestHeader[]?> headers = Reading.ListOption<RequestHeader>("--header", "'NAME: VALUE'", "Sent along; may be repeated. Takes the place of all earlier ones.", RequestHeader.TryParse);
    private readonly Option<Secret?> body = Reading.Option<Secret>("--body", "TEXT|@FILE", "Sent along, with POST unless another method is named. Not shown again.", TypedText.TryReadSecret);
    private readonly Option<Credentials?> basic = Reading.Option<Credentials>("--basic", "USER:PASSWORD|@FILE", "Log in with a name and password. Not shown again.", TypedText.TryReadBasic);
    private readonly Option<Credentials?> bearer = Reading.Option<Credentials>("--bearer", "TOKEN|@FILE", "Log in with a token. Not shown again.", TypedText.TryReadBearer);
    private readonly Option<string?> keyword = new("--keyword") { HelpName = "WORDS", Description = "The page must hold these words, in this very spelling, in its first 64 kB." };
    private readonly Option<string?> noKeyword = new("--no-keyword") { HelpName = "WORDS", Description = "The page must not hold these words." };
    private readonly Option<JsonExpectation?> json = Reading.Option<JsonExpectation>("--json-value", "PATH=VALUE", "The answer must be JSON with this value, such as $.checks[0].state=up; only a path: any value.", JsonExpectation.TryParse);
    private readonly Option<HeaderExpectation[]?> expectHeaders = Reading.ListOption<HeaderExpectation>("--expect-header", "'NAME: TEXT'", "The answer must have this header, with the text in it if there is one; may be repeated.", HeaderExpectation.TryParse);
    private readonly Option<bool> noFollow = new("--no-follow") { Description = "A redirect is the answer, and not followed." };
    private readonly Option<bool> ignoreTls = new("--ignore-tls") { Description = "A certificate that browsers warn of will do." };
    private readonly Option<IpFamily?> ip = Reading.ValueOption<IpFamily>("--ip", "4|6", "Go through this kind of IP address only.", TryReadFamily);

    /// <summary>Those that may be the same for many websites.</summary>
    public void AddSharedTo(Command command)
    {
        foreach (var option in (Option[])[method, noFollow, ip])
            command.Add(option);
    }

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[method, headers, body, basic, bearer, keyword, noKeyword, json, expectHeaders, noFollow, ignoreTls, ip])
            command.Add(option);
    }

    /// <summary>What was said; null when nothing was.</summary>
    /// <exception cref="CallerMistakeException">It contradicts itself.</exception>
    public LookChanges? Read(Call call)
    {
        if (call.Get(basic) is not null && call.Get(bearer) is not null)
            throw new CallerMistakeException("--basic and --bearer exclude each other.");
        var changes = new LookChanges
        {
            Method = call.Get(method),
            Headers = Given(call.Get(headers)),
            Body = call.Get(body),
            Credentials = call.Get(basic) ?? call.Get(bearer),
            Keyword = call.Get(keyword),
            UnwantedKeyword = call.Get(noKeyword),
            Json = call.Get(json),
            ExpectedHeaders = Given(call.Get(expectHeaders)),
            StopsAtRedirect = call.Get(noFollow) ? true : null,
            IgnoresCertificate = call.Get(ignoreTls) ? true : null,
            Family = call.Get(ip),
        };
        return changes == _nothing ? null : changes;
    }

    private static readonly LookChanges _nothing = new();

    private static T[]? Given<T>(T[]? values) => values is { Length: > 0 } ? values : null;

    private static bool TryReadFamily(string? text, out IpFamily family, out string? problem)
    {
        family = text switch { "4" => IpFamily.IPv4, "6" => IpFamily.IPv6, _ => IpFamily.Any };
        problem = family == IpFamily.Any ? $"'{PlainText.Start(text ?? "")}' is not a kind of IP address: expected 4 or 6." : null;
        return problem is null;
    }
}
