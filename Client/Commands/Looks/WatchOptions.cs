using System.CommandLine;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Looks;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Commands.Looks;

/// <summary>The options that say how a website is watched: how often, with how much patience, and how each look is made.</summary>
internal sealed class WatchOptions
{
    private readonly Option<TimeSpan?> every = Reading.ValueOption<TimeSpan>("--every", "5m", "How often to check: 30s, 5m, 1h or a number of seconds.", Duration.TryParse);
    private readonly Option<TimeSpan?> timeout = Reading.ValueOption<TimeSpan>("--timeout", "10s", "The longest one check may take.", Duration.TryParse);
    private readonly Option<AcceptedStatuses?> accept = Reading.Option<AcceptedStatuses>("--accept", "200-399", "The statuses that count as up, such as 200-299,401.", AcceptedStatuses.TryParse);
    private readonly Option<string[]?> tags = new("--tag") { HelpName = "TAG", Description = "A word to find it by; several with commas, or one after another.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<Delays?> recheck = Reading.Option<Delays>("--recheck", "5s,30s", "How long to wait before each further look after a failed one; 'none': one failed check is enough.", Delays.TryParse);
    private readonly Option<int?> successes = Reading.ValueOption<int>("--successes", "2", "How many good checks in a row end an incident, 1 to 5.", Reading.TryReadCount);
    private readonly Option<SettingName[]?> unset;
    private readonly LookOptions look = new();

    public WatchOptions()
    {
        unset = new Option<SettingName[]?>("--unset")
        {
            HelpName = "SETTING",
            Description = "Back to the default: " + string.Join(", ", Enum.GetValues<SettingName>().Select(NameOf)) + "; may be repeated.",
            Arity = ArgumentArity.OneOrMore,
            CustomParser = result => Reading.Many<SettingName>(result, "--unset", TryReadSetting),
        };
    }

    public void AddTo(Command command)
    {
        AddOwnTo(command);
        look.AddTo(command);
    }

    /// <summary>Those that may be the same for many websites.</summary>
    public void AddSharedTo(Command command)
    {
        AddOwnTo(command);
        look.AddSharedTo(command);
    }

    private void AddOwnTo(Command command)
    {
        foreach (var option in (Option[])[every, timeout, accept, tags, recheck, successes, unset])
            command.Add(option);
    }

    public WebsiteChanges Read(Call call) => new()
    {
        Interval = call.Get(every),
        Timeout = call.Get(timeout),
        Accept = call.Get(accept),
        Tags = call.Get(tags) is { Length: > 0 } given ? [.. given.SelectMany(tag => tag.Split(','))] : null,
        Look = look.Read(call),
        Patience = call.Get(recheck) is null && call.Get(successes) is null
            ? null
            : new PatienceSettings { RecheckDelays = call.Get(recheck)?.All, SuccessesBeforeUp = call.Get(successes) },
        Unset = call.Get(unset) is { Length: > 0 } taken ? taken : WebsiteChanges.None.Unset,
    };

    /// <summary>What an option that takes a setting back calls it.</summary>
    public static string NameOf(SettingName name) => name switch
    {
        SettingName.NoKeyword => "no-keyword",
        SettingName.ExpectHeader => "expect-header",
        SettingName.Json => "json-value",
        _ => name.ToString().ToLowerInvariant(),
    };

    private static bool TryReadSetting(string? text, out SettingName setting, out string? problem)
    {
        var names = Enum.GetValues<SettingName>();
        var known = Array.FindIndex(names, name => NameOf(name).Equals((text ?? "").Trim(), StringComparison.OrdinalIgnoreCase));
        setting = known < 0 ? default : names[known];
        problem = known < 0 ? $"'{PlainText.Start(text ?? "")}' cannot be unset: expected one of {string.Join(", ", names.Select(NameOf))}." : null;
        return known >= 0;
    }
}
