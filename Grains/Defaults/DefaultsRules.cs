using UptimeSquirrel.Grains.Warnings;
using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.Looks;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Defaults;

/// <summary>Whether defaults can be taken, and what they are then.</summary>
internal static class DefaultsRules
{
    private static readonly WebsiteUrl _anyWebsite = WebsiteUrl.Parse("https://example.org/");

    /// <summary>Returns the defaults after the changes, and everything that is wrong with them.</summary>
    public static (WebsiteChanges Defaults, IReadOnlyList<SettingProblem> Problems) Apply(WebsiteChanges current, WebsiteChanges changes, ChecksOptions options)
    {
        var (tried, problems) = SettingsRules.Apply(_anyWebsite, null, changes, options);
        var defaults = new WebsiteChanges
        {
            Interval = changes.Interval ?? (changes.Unset.Contains(SettingName.Every) ? null : current.Interval),
            Timeout = changes.Timeout ?? (changes.Unset.Contains(SettingName.Timeout) ? null : current.Timeout),
            Accept = changes.Accept ?? (changes.Unset.Contains(SettingName.Accept) ? null : current.Accept),
            Tags = changes.Tags is not null ? tried.Tags : changes.Unset.Contains(SettingName.Tag) ? null : current.Tags,
            Patience = PatienceRules.Apply(current.Patience, changes),
            Warnings = WarningSettingsRules.Apply(current.Warnings, changes.Warnings),
            Look = Look(current.Look ?? new LookChanges(), changes.Look, changes.Unset),
        };
        return (defaults, [.. problems, .. OfOneWebsite(changes)]);
    }

    private static LookChanges? Look(LookChanges current, LookChanges? changes, IReadOnlyList<SettingName> unset)
    {
        var look = new LookChanges
        {
            Method = changes?.Method ?? (unset.Contains(SettingName.Method) ? null : current.Method),
            StopsAtRedirect = changes?.StopsAtRedirect ?? (unset.Contains(SettingName.Redirects) ? null : current.StopsAtRedirect),
            Family = changes?.Family ?? (unset.Contains(SettingName.Ip) ? null : current.Family),
        };
        return look == new LookChanges() ? null : look;
    }

    private static IEnumerable<SettingProblem> OfOneWebsite(WebsiteChanges changes)
    {
        var allowed = changes.Look is { } look ? new LookChanges { Method = look.Method, StopsAtRedirect = look.StopsAtRedirect, Family = look.Family } : null;
        if (changes.Name is not null || changes.Look != allowed)
            yield return new("look", "Only what may be the same for many websites can be a default: interval, timeout, statuses, tags, rechecks, successes, method, redirects, the kind of IP address and warnings.");
    }
}
