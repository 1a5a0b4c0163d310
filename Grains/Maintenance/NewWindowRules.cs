using Cronos;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Maintenance;

namespace UptimeSquirrel.Grains.Maintenance;

/// <summary>Whether a maintenance window makes sense.</summary>
internal static class NewWindowRules
{
    private const int MaximumIdLength = 32;
    private const int MaximumTagLength = 50;
    private const int BeginningsLookedAt = 100;
    private static readonly TimeSpan _shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _longestRecurring = TimeSpan.FromDays(7);
    private static readonly TimeSpan _longestSingle = TimeSpan.FromDays(366);

    /// <summary>What is wrong with a window, in one sentence; null when nothing is.</summary>
    /// <param name="window">The window to be added.</param>
    /// <param name="now">The time.</param>
    /// <param name="others">How many windows its owner has that are not over.</param>
    public static string? FindProblem(MaintenanceWindow window, DateTimeOffset now, int others)
    {
        if (window.Id.Length is 0 or > MaximumIdLength || !window.Id.All(char.IsAsciiLetterOrDigit))
            return $"The id {PlainLine.Quoted(window.Id)} cannot be taken: expected 1 to {MaximumIdLength} letters and digits.";
        if (others >= MaintenanceWindow.MaximumPerOwner)
            return $"The owner '{window.Owner}' has {others} maintenance windows already: at most {MaintenanceWindow.MaximumPerOwner} are taken; 'squirrel maintenance remove' takes one away.";
        if (window is { Url: not null, Tag: not null })
            return "A maintenance window is for one website, for a tag or for all websites of its owner: an address and a tag cannot be given together.";
        if (window.Tag is { } tag && (tag.Length is 0 or > MaximumTagLength || tag.Any(char.IsControl)))
            return $"The tag {PlainLine.Quoted(tag)} cannot be taken: expected 1 to {MaximumTagLength} characters on one line.";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(window.Zone, out var zone))
            return $"{PlainLine.Quoted(window.Zone)} is not a time zone: expected a name such as Europe/Berlin, America/New_York or UTC.";
        return window switch
        {
            { From: { } from, To: { } to, Cron: null, Length: null } => FindProblemOnce(from, to, now),
            { From: null, To: null, Cron: { } cron, Length: { } length } => FindProblemAgainAndAgain(cron, length, zone, now),
            _ => "A maintenance window needs a beginning and an end, or a cron expression and a length: expected one pair of them.",
        };
    }

    private static string? FindProblemOnce(DateTimeOffset from, DateTimeOffset to, DateTimeOffset now)
    {
        if (to <= from)
            return $"The maintenance would end at {to:yyyy-MM-dd HH:mm:ss zzz}, which is not after its beginning at {from:yyyy-MM-dd HH:mm:ss zzz}.";
        if (to <= now)
            return $"The maintenance is over already: it would have ended at {to:yyyy-MM-dd HH:mm:ss zzz}. What is past cannot be taken out of the uptime.";
        return to - from > _longestSingle
            ? $"The maintenance would last {(int)(to - from).TotalDays} days: at most {_longestSingle.TotalDays:0} are taken; 'squirrel pause' stops checking for good."
            : null;
    }

    private static string? FindProblemAgainAndAgain(string cron, TimeSpan length, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (length < _shortest || length > _longestRecurring)
            return $"The length {Duration.Format(length)} cannot be taken: expected {Duration.Format(_shortest)} to {Duration.Format(_longestRecurring)}.";
        if (!CronExpression.TryParse(cron, out var expression))
            return $"{PlainLine.Quoted(cron)} is not a cron expression: expected minute, hour, day of month, month and day of week, such as '0 2 * * SUN'.";
        DateTimeOffset? before = null;
        for (var i = 0; i < BeginningsLookedAt; i++)
        {
            if (expression.GetNextOccurrence(before ?? now, zone) is not { } next)
                break;
            if (next - before <= length)
                return $"The maintenance by {PlainLine.Quoted(cron)} would begin again before it is over after {Duration.Format(length)}: expected a shorter length, or fewer beginnings.";
            before = next;
        }

        return before is null ? $"{PlainLine.Quoted(cron)} never comes: no day is like that." : null;
    }
}
