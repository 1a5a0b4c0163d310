using UptimeSquirrel.Sites.Writing;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Sites.Planning;

/// <summary>What is different between how a website is watched and how it is to be watched, in words.</summary>
internal static class Difference
{
    private const string Nothing = "none";
    private const int Shown = 60;

    public static string Between(WebsiteUrl url, WebsiteSettings present, WebsiteSettings wanted)
    {
        var before = SaidSettings.Of(url, present).ToDictionary(setting => setting.Name, setting => Text(setting.Value));
        var after = SaidSettings.Of(url, wanted).ToDictionary(setting => setting.Name, setting => Text(setting.Value));
        var changes = before.Keys.Union(after.Keys)
            .Select(name => (Name: name, Before: before.GetValueOrDefault(name, Nothing), After: after.GetValueOrDefault(name, Nothing)))
            .Where(change => change.Before != change.After)
            .Select(change => $"{change.Name} {Start(change.Before)} → {Start(change.After)}")
            .ToList();
        return changes.Count > 0 ? string.Join(", ", changes) : "a secret is another";
    }

    /// <summary>What is said about a new website, as far as a reader of a plan wants to know.</summary>
    public static string Summary(WebsiteUrl url, WebsiteSettings wanted) =>
        string.Join(", ", SaidSettings.Of(url, wanted).Where(setting => setting.Name is "every" or "tags" or "parent").Select(setting => (setting.Name, Text: Text(setting.Value)))
            .Where(setting => setting.Text != Nothing).Select(setting => $"{setting.Name} {Start(setting.Text)}"));

    private static string Text(object? value) => value switch
    {
        IReadOnlyList<string> { Count: > 0 } list => string.Join(" ", list),
        IReadOnlyList<(string Name, string Value)> pairs => string.Join("; ", pairs.Select(pair => $"{pair.Name}: {pair.Value}")),
        string text => text,
        _ => Nothing,
    };

    private static string Start(string text) => text.Length <= Shown ? text : string.Concat(text.AsSpan(0, Shown), "…");
}
