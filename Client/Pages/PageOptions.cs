using System.CommandLine;
using UptimeSquirrel.Client.Commands;
using UptimeSquirrel.Owners;
using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Client.Pages;

/// <summary>What can be said about a status page as a whole.</summary>
internal sealed class PageOptions
{
    private static readonly string[] _parts = ["uptime", "incidents", "maintenance", "latency", "badges", "indexing", "subscription"];

    private readonly Option<string?> title = new("--title") { HelpName = "TEXT", Description = "What stands above it." };
    private readonly Option<string?> description = new("--description") { HelpName = "TEXT", Description = "What it is about, for visitors; '' for nothing." };
    private readonly Option<string?> domain = new("--domain") { HelpName = "NAME", Description = "A domain that shows it at its root, such as status.shop.example; '' for none." };
    private readonly Option<OwnerId?> owner = Reading.Owner("Whose it is: then it shows this owner's websites only. Else everyone's.");
    private readonly Option<string?> zone = new("--zone") { HelpName = "ZONE", Description = "The time zone of its times and days, such as Europe/Berlin; else UTC." };
    private readonly Option<string?> language = new("--language") { HelpName = "en|de", Description = "The language of its words; else en." };
    private readonly Option<string[]?> show = Parts("--show", "What it has, too.");
    private readonly Option<string[]?> hide = Parts("--hide", "What it does not have.");

    public void AddTo(Command command)
    {
        command.Add(title);
        command.Add(description);
        command.Add(domain);
        command.Add(owner);
        command.Add(zone);
        command.Add(language);
        command.Add(show);
        command.Add(hide);
    }

    /// <summary>The settings with everything that was given.</summary>
    public StatusPageSettings Apply(Call call, StatusPageSettings settings) => settings with
    {
        Title = call.Get(title) ?? settings.Title,
        Description = call.Get(description) ?? settings.Description,
        Domain = call.Get(domain) ?? settings.Domain,
        Owner = call.Get(owner) ?? settings.Owner,
        Zone = call.Get(zone) ?? settings.Zone,
        Language = call.Get(language) is { } name ? Language(name) : settings.Language,
        Parts = Set(Set(settings.Parts, call.Get(show), isShown: true), call.Get(hide), isShown: false),
    };

    private static Option<string[]?> Parts(string name, string description) => Reading.ListOption<string>(
        name, "PART", $"{description} One of {string.Join(", ", _parts)}; may be repeated.", (string? text, out string? part, out string? problem) =>
        {
            part = _parts.FirstOrDefault(known => string.Equals(known, (text ?? "").Trim(), StringComparison.OrdinalIgnoreCase));
            problem = part is null ? $"'{PlainText.Start(text ?? "")}' is not a part of a status page: expected one of {string.Join(", ", _parts)}." : null;
            return part is not null;
        });

    private static PageLanguage Language(string name) => name.Trim().ToLowerInvariant() switch
    {
        "en" => PageLanguage.English,
        "de" => PageLanguage.German,
        _ => throw new CallerMistakeException($"--language: '{PlainText.Start(name)}' is not a language of status pages: expected en or de."),
    };

    private static PageParts Set(PageParts parts, string[]? names, bool isShown) => (names ?? []).Aggregate(parts, (before, name) => name switch
    {
        "uptime" => before with { Uptime = isShown },
        "incidents" => before with { Incidents = isShown },
        "maintenance" => before with { Maintenance = isShown },
        "latency" => before with { Latency = isShown },
        "badges" => before with { Badges = isShown },
        "indexing" => before with { Indexing = isShown },
        _ => before with { Subscription = isShown },
    });
}
