using System.Diagnostics.CodeAnalysis;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Importing;

/// <summary>Reads the fields of one record.</summary>
internal static class CsvLine
{
    private static readonly char[] Separators = [';', ','];

    /// <summary>All of the record, or what is wrong with the first field that cannot be taken.</summary>
    public static bool TryRead(
        int number, IReadOnlyList<string> fields, CsvHeading heading, [NotNullWhen(true)] out ListLine? line, [NotNullWhen(false)] out string? problem)
    {
        line = null;
        if (fields.Skip(heading.Width).Any(field => field.Length > 0))
        {
            problem = $"{fields.Count} fields, but the heading has {heading.Width}: put quotes around a field that holds '{heading.Delimiter}'.";
            return false;
        }
        if (!WebsiteUrl.TryParse(heading.Pick(fields, "url"), out var url, out problem) ||
            !TryReadOwner(heading.Pick(fields, "owner"), out var owner, out problem) ||
            !TryReadEmails(heading.Pick(fields, "email"), out var emails, out problem) ||
            !TryReadLength(heading.Pick(fields, "interval"), out var interval, out problem) ||
            !TryReadLength(heading.Pick(fields, "grace"), out var grace, out problem))
            return false;

        line = new ListLine(number, url)
        {
            Owner = owner,
            Emails = emails,
            Changes = new WebsiteChanges { Name = heading.Pick(fields, "name"), Interval = interval, Grace = grace, Tags = Split(heading.Pick(fields, "tags")) },
        };
        return true;
    }

    private static bool TryReadOwner(string? text, out OwnerId? owner, [NotNullWhen(false)] out string? problem)
    {
        owner = null;
        problem = null;
        return text is null || OwnerId.TryParse(text, out owner, out problem);
    }

    private static bool TryReadEmails(string? text, out IReadOnlyList<EmailAddress> emails, [NotNullWhen(false)] out string? problem)
    {
        var read = new List<EmailAddress>();
        emails = read;
        problem = null;
        foreach (var part in Split(text) ?? [])
        {
            if (!EmailAddress.TryParse(part, out var email, out problem))
                return false;
            read.Add(email);
        }
        return true;
    }

    private static bool TryReadLength(string? text, out TimeSpan? length, [NotNullWhen(false)] out string? problem)
    {
        length = null;
        problem = null;
        if (text is null)
            return true;
        var isGood = Duration.TryParse(text, out var read, out problem);
        length = isGood ? read : null;
        return isGood;
    }

    private static string[]? Split(string? text) =>
        text?.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
