using UptimeSquirrel.Grains.Heartbeats;
using UptimeSquirrel.Grains.Secrets;
using UptimeSquirrel.Grains.Warnings;
using UptimeSquirrel.Looks;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Websites;

/// <summary>Whether settings can be taken, and what they are then.</summary>
internal static class SettingsRules
{
    private const int MaximumNameLength = 200;
    private const int MaximumTags = 20;
    private const int MaximumTagLength = 50;

    private static readonly TimeSpan _longestInterval = TimeSpan.FromDays(1);
    private static readonly TimeSpan _shortestTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _longestTimeout = TimeSpan.FromSeconds(12);

    /// <summary>Returns the settings after the changes, and everything that is wrong with them.</summary>
    public static (WebsiteSettings Settings, IReadOnlyList<SettingProblem> Problems) Apply(
        WebsiteUrl url, WebsiteSettings? current, WebsiteChanges changes, ChecksOptions options)
    {
        current ??= new WebsiteSettings { Name = url.Label, Interval = options.DefaultInterval, Accept = options.AcceptAtFirst, Look = url.Kind == WebsiteKind.Website ? options.LookAtFirst : null, Warnings = url.Kind == WebsiteKind.Heartbeat ? null : options.WarnAtFirst };
        var settings = current with
        {
            Name = changes.Name?.Trim() ?? current.Name,
            Interval = changes.Interval ?? (changes.Unset.Contains(SettingName.Every) ? options.DefaultInterval : current.Interval),
            Timeout = changes.Timeout ?? (changes.Unset.Contains(SettingName.Timeout) ? null : current.Timeout),
            Accept = changes.Accept ?? (changes.Unset.Contains(SettingName.Accept) ? options.AcceptAtFirst : current.Accept),
            Tags = changes.Tags is not null ? Tidy(changes.Tags) : changes.Unset.Contains(SettingName.Tag) ? [] : current.Tags,
            Look = ApplyLook(current.Look, changes),
            Patience = PatienceRules.Apply(current.Patience, changes),
            Warnings = WarningSettingsRules.Apply(current.Warnings, changes.Warnings),
            Parent = changes.Parent ?? (changes.RemoveParent ? null : current.Parent),
        };
        if (HeartbeatSettingsRules.Apply(url, current.Heartbeat, changes) is { } heartbeat)
            settings = settings with { Heartbeat = heartbeat, Interval = HeartbeatSettingsRules.LookEvery(heartbeat, options) };
        return (settings,
            [.. HeartbeatSettingsRules.FindProblems(url, changes, options), .. FindProblems(settings, changes, options), .. FindLookProblems(url, settings, changes), .. FindParentProblem(url, changes)]);
    }

    private static LookSettings? ApplyLook(LookSettings? current, WebsiteChanges changes) =>
        changes.Look is null && changes.Unset.Count == 0 ? current : (changes.Look ?? new LookChanges()).ApplyTo(current, changes.Unset);

    private static IEnumerable<SettingProblem> FindLookProblems(WebsiteUrl url, WebsiteSettings settings, WebsiteChanges changes) =>
    [
        .. changes.Look is not null && url.Kind != WebsiteKind.Website ? [new SettingProblem("look", $"{url} is no website: method, headers, words on the page and the like can only be said of http:// and https://.")] : Array.Empty<SettingProblem>(),
        .. settings.Look is { } look && changes.Look is not null ? LookProblems.Find(look) : [],
        .. changes.Look is { } said && !SecretRules.AreSaid(said) ? [new SettingProblem("secret", "A secret came without its text.")] : Array.Empty<SettingProblem>(),
        .. changes.Patience is { } patience ? PatienceRules.Find(patience) : [],
    ];

    /// <summary>The settings of a new website: what the installation and then its owner start with, and on top of that what was said.</summary>
    public static (WebsiteSettings Settings, IReadOnlyList<SettingProblem> Problems) ApplyToNew(
        WebsiteUrl url, WebsiteChanges defaults, WebsiteChanges changes, ChecksOptions options) =>
        Apply(url, Apply(url, null, ForKind(url.Kind, defaults), options).Settings, changes, options);

    // What is said of websites means something else, or nothing, for a job that calls and for a port.
    private static WebsiteChanges ForKind(WebsiteKind kind, WebsiteChanges defaults) => kind switch
    {
        WebsiteKind.Website => defaults,
        WebsiteKind.Heartbeat => new WebsiteChanges { Tags = defaults.Tags },
        _ => defaults with { Look = null, Accept = null },
    };

    /// <summary>Whether two settings mean the same.</summary>
    public static bool AreSame(WebsiteSettings one, WebsiteSettings other) =>
        one.Name == other.Name && one.Interval == other.Interval && one.Timeout == other.Timeout && one.Accept == other.Accept &&
        one.Heartbeat == other.Heartbeat && one.Tags.SequenceEqual(other.Tags) && one.Warnings == other.Warnings && one.Parent == other.Parent &&
        (one.Look ?? LookSettings.Default).IsSameAs(other.Look ?? LookSettings.Default) &&
        (one.Patience ?? PatienceRules.AsConfigured).IsSameAs(other.Patience ?? PatienceRules.AsConfigured);

    private static IReadOnlyList<string> Tidy(IEnumerable<string> tags) =>
        [.. tags.Select(tag => tag.Trim().ToLowerInvariant()).Where(tag => tag.Length > 0).Distinct().Order(StringComparer.Ordinal)];

    // Only what the caller asked for is judged: a stored setting stays good when the installation's limits move.
    private static IEnumerable<SettingProblem> FindProblems(WebsiteSettings settings, WebsiteChanges changes, ChecksOptions options)
    {
        if (changes.Name is not null && (settings.Name.Length is 0 or > MaximumNameLength || settings.Name.Any(char.IsControl)))
            yield return new("name", $"The name '{Start(settings.Name)}' cannot be taken: expected 1 to {MaximumNameLength} characters on one line.");
        if (settings.Heartbeat is null && changes.Interval is { } interval && (interval < options.MinimumInterval || interval > _longestInterval))
            yield return new("interval", Between("interval", interval, options.MinimumInterval, _longestInterval));
        if (changes.Timeout is { } timeout && (timeout < _shortestTimeout || timeout > _longestTimeout))
            yield return new("timeout", Between("timeout", timeout, _shortestTimeout, _longestTimeout));
        foreach (var problem in WarningSettingsRules.FindProblems(changes.Warnings, settings.Timeout ?? options.Timeout))
            yield return problem;
        if (changes.Tags is null)
            yield break;
        if (settings.Tags.Count > MaximumTags)
            yield return new("tags", $"{settings.Tags.Count} tags were given: at most {MaximumTags} are taken.");
        if (settings.Tags.FirstOrDefault(tag => tag.Length > MaximumTagLength || tag.Any(char.IsControl)) is { } bad)
            yield return new("tags", $"The tag '{Start(bad)}' cannot be taken: expected 1 to {MaximumTagLength} characters on one line.");
    }

    private static IEnumerable<SettingProblem> FindParentProblem(WebsiteUrl url, WebsiteChanges changes) =>
        changes.Parent == url ? [new("parent", $"{url} cannot depend on itself: expected another website as its parent.")] : [];

    private static string Between(string what, TimeSpan value, TimeSpan least, TimeSpan most) =>
        $"The {what} {Duration.Format(value)} cannot be taken: expected {Duration.Format(least)} to {Duration.Format(most)}.";

    private static string Start(string text) =>
        new([.. (text.Length <= 60 ? text : text[..60] + "…").Select(c => char.IsControl(c) ? '?' : c)]);
}
