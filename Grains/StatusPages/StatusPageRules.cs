using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.StatusPages;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.StatusPages;

/// <summary>Whether a status page makes sense.</summary>
internal static class StatusPageRules
{
    private const int LongestTitle = 100;
    private const int LongestDescription = 1000;
    private const int LongestName = 100;
    private const int LongestTag = 50;
    private const int LongestDomain = 253;

    /// <summary>The same settings as they are kept: without blanks around them, domain and tags lower case.</summary>
    public static StatusPageSettings Tidy(StatusPageSettings settings) => settings with
    {
        Title = settings.Title.Trim(),
        Description = TidyText(settings.Description),
        Domain = settings.Domain?.Trim().TrimEnd('.').ToLowerInvariant() is { Length: > 0 } domain ? domain : null,
        Zone = settings.Zone.Trim(),
        Groups =
        [
            .. settings.Groups.Select(group => group with
            {
                Name = group.Name.Trim(),
                Tag = group.Tag?.Trim().ToLowerInvariant() is { Length: > 0 } tag ? tag : null,
                Websites = [.. group.Websites.DistinctBy(website => website.Id).Select(website => website with { ShownName = website.ShownName.Trim() })],
            }),
        ],
    };

    /// <summary>Text with line breaks of one kind, and no other control characters.</summary>
    public static string TidyText(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").Select(c => c != '\n' && char.IsControl(c) ? ' ' : c)).Trim();

    /// <summary>Everything that is wrong with tidy settings.</summary>
    public static IReadOnlyList<SettingProblem> FindProblems(StatusPageSettings settings) =>
        [.. OfThePage(settings).Concat(settings.Groups.SelectMany((group, index) => OfAGroup(group, settings, $"groups[{index}]")))];

    private static IEnumerable<SettingProblem> OfThePage(StatusPageSettings settings)
    {
        if (!IsLine(settings.Title, LongestTitle) || settings.Title.Length == 0)
            yield return new("title", $"The title {PlainLine.Quoted(settings.Title)} cannot be taken: expected 1 to {LongestTitle} characters on one line.");
        if (settings.Description.Length > LongestDescription)
            yield return new("description", $"The description has {settings.Description.Length} characters: expected at most {LongestDescription}.");
        if (settings.Domain is { } domain && !IsDomain(domain))
            yield return new("domain", $"{PlainLine.Quoted(domain)} is not a domain: expected a name such as status.shop.example, without http:// and without a port.");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(settings.Zone, out _))
            yield return new("zone", $"{PlainLine.Quoted(settings.Zone)} is not a time zone: expected a name such as Europe/Berlin, America/New_York or UTC.");
        if (!Enum.IsDefined(settings.Language))
            yield return new("language", $"{(int)settings.Language} is not a language of status pages: expected English or German.");
        if (settings.Groups.Count > StatusPageSettings.MaximumGroups)
            yield return new("groups", $"There are {settings.Groups.Count} groups: expected at most {StatusPageSettings.MaximumGroups}.");
        if (settings.Groups.Sum(group => group.Websites.Count) is > StatusPageSettings.MaximumWebsites and var count)
            yield return new("groups", $"There are {count} websites: expected at most {StatusPageSettings.MaximumWebsites}.");
    }

    private static IEnumerable<SettingProblem> OfAGroup(PageGroup group, StatusPageSettings settings, string field)
    {
        if (!IsLine(group.Name, LongestName))
            yield return new($"{field}.name", $"The heading {PlainLine.Quoted(group.Name)} cannot be taken: expected at most {LongestName} characters on one line.");
        if (group.Tag is { } tag && !IsLine(tag, LongestTag))
            yield return new($"{field}.tag", $"The tag {PlainLine.Quoted(tag)} cannot be taken: expected 1 to {LongestTag} characters on one line.");
        if (group.OfOwner is not null && settings.Owner is not null && group.OfOwner != settings.Owner)
            yield return new($"{field}.ofOwner", $"The page is the owner '{settings.Owner}'s: expected none of the owner '{group.OfOwner}'s websites on it.");
        if (group is { Websites.Count: 0, Tag: null, OfOwner: null })
            yield return new(field, "The group has neither websites nor a rule: expected websites, a tag or an owner.");
        for (var i = 0; i < group.Websites.Count; i++)
            if (!IsLine(group.Websites[i].ShownName, LongestName))
                yield return new($"{field}.websites[{i}].shownName", $"The name {PlainLine.Quoted(group.Websites[i].ShownName)} cannot be taken: expected at most {LongestName} characters on one line.");
    }

    // An address of digits would be anybody's who calls this silo by it.
    private static bool IsDomain(string domain) =>
        domain.Length <= LongestDomain && domain.Split('.') is { Length: >= 2 } labels && !labels[^1].All(char.IsAsciiDigit) &&
        labels.All(label => label.Length is >= 1 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));

    private static bool IsLine(string text, int longest) => text.Length <= longest && !text.Any(char.IsControl);
}
