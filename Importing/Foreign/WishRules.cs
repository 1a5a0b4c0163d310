using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Importing.Foreign;

/// <summary>How numbers of other products are brought into our ranges. Each answer comes with a remark where something became another.</summary>
internal static class WishRules
{
    public const int MostTags = 20;
    public const int LongestTag = 50;
    private const int LongestName = 200;
    private const int MostDelays = 5;
    private const int LongestJobName = 63;

    private static readonly TimeSpan LongestInterval = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestRhythm = TimeSpan.FromDays(31);
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan ShortestSlow = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan UsualTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ShortestDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(5);

    /// <summary>A number of seconds as a time; null for what is none.</summary>
    public static TimeSpan? Seconds(double? seconds) => seconds is > 0 ? TimeSpan.FromMilliseconds(Math.Round(Math.Min(seconds.Value, 1e9) * 1000)) : null;

    public static (TimeSpan? Interval, string? Remark) Interval(TimeSpan wished, WebsiteKind kind, TimeSpan shortest)
    {
        var longest = kind == WebsiteKind.Heartbeat ? LongestRhythm : LongestInterval;
        var taken = Clamp(wished, shortest, longest);
        return (taken, taken == wished ? null : kind == WebsiteKind.Heartbeat
            ? $"It was expected every {Duration.Format(wished)}; here every {Duration.Format(taken)}, because {Duration.Format(shortest)} to {Duration.Format(longest)} can be."
            : $"It was checked every {Duration.Format(wished)}; here every {Duration.Format(taken)}, because {Duration.Format(shortest)} to {Duration.Format(longest)} can be.");
    }

    public static (TimeSpan? Timeout, string? Remark) Timeout(TimeSpan wished)
    {
        var taken = Clamp(wished, ShortestTimeout, LongestTimeout);
        return (taken, taken == wished ? null : $"Its timeout of {Duration.Format(wished)} is {Duration.Format(taken)} here, because 1s to 12s can be.");
    }

    public static (IReadOnlyList<TimeSpan> Delays, string? Remark) Retries(int count, TimeSpan pause)
    {
        var (taken, every) = (Math.Min(count, MostDelays), Clamp(pause, ShortestDelay, LongestDelay));
        return ([.. Enumerable.Repeat(every, taken)], taken == count && every == pause
            ? null
            : $"It was tried {count} more times {Duration.Format(pause)} apart before it was called down; here {taken} times {Duration.Format(every)} apart, because 5 times 1s to 5m can be.");
    }

    public static (TimeSpan? SlowAfter, string? Remark) SlowAfter(TimeSpan wished, TimeSpan? timeout)
    {
        if (wished < ShortestSlow)
            return (ShortestSlow, $"It was called slow after {Duration.Format(wished)}; here after 0.01s, the least there is.");
        return wished < (timeout ?? UsualTimeout)
            ? (wished, null)
            : (null, $"It was called slow after {Duration.Format(wished)}; here it is given up before that, so this was left out.");
    }

    /// <summary>A name on one line and not too long; null when nothing is left.</summary>
    public static string? Name(string? name)
    {
        var tidy = OnOneLine(name);
        return tidy.Length == 0 ? null : tidy.Length > LongestName ? tidy[..LongestName].TrimEnd() : tidy;
    }

    /// <summary>Tags as they can be kept: at most 20 of at most 50 characters.</summary>
    public static (IReadOnlyList<string> Tags, string? Remark) Tags(IEnumerable<string> wished)
    {
        var all = wished.Select(tag => OnOneLine(tag).ToLowerInvariant()).Where(tag => tag.Length > 0).Distinct().ToList();
        IReadOnlyList<string> taken = [.. all.Select(tag => tag.Length > LongestTag ? tag[..LongestTag].TrimEnd() : tag).Distinct().Take(MostTags)];
        return (taken, taken.Count == all.Count && all.TrueForAll(tag => tag.Length <= LongestTag) ? null : "Not all of its tags are here as they were: 20 of 50 characters can be.");
    }

    /// <summary>
    /// A text as the name of a job can be: letters, digits, '-' and '_', beginning with a letter. What other alphabets, or a long
    /// text, tell apart is told apart by a few digits made from the whole text, which are the same at every import.
    /// </summary>
    public static string JobName(string text)
    {
        var plain = string.Concat(text.ToLowerInvariant().Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));
        var ending = plain.Length > LongestJobName || plain.Any(c => !char.IsAscii(c) && char.IsLetterOrDigit(c)) ? $"-{Fingerprint(text)}" : "";
        var letters = string.Concat(plain.Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' ? c : '-')).Trim('-', '_');
        while (letters.Contains("--", StringComparison.Ordinal))
            letters = letters.Replace("--", "-", StringComparison.Ordinal);
        var name = letters.Length > 0 && char.IsAsciiLetter(letters[0]) ? letters : $"job-{letters}";
        var longest = LongestJobName - ending.Length;
        return (name.Length > longest ? name[..longest] : name).TrimEnd('-', '_') + ending;
    }

    private static string Fingerprint(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Normalize(NormalizationForm.FormC))))[..6];

    private static TimeSpan Clamp(TimeSpan wished, TimeSpan least, TimeSpan most) => wished < least ? least : wished > most ? most : wished;

    private static string OnOneLine(string? text) => string.Concat((text ?? "").Select(c => char.IsControl(c) ? ' ' : c)).Trim();
}
