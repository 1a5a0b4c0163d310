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
        problem = CsvRecords.TooWide(fields, heading.Width, heading.Delimiter);
        if (problem is not null || !WebsiteUrl.TryParse(CsvAddress.Of(new CsvFields(heading, fields)), out var url, out problem))
            return false;

        var read = new CsvFields(heading, fields);
        var owner = read.Read<OwnerId>("owner", OwnerId.TryParse);
        var emails = read.ReadMany<EmailAddress>("email", Separators, EmailAddress.TryParse);
        var changes = CsvSettings.Read(read) with { Name = read.Text("name"), Tags = read.Parts("tags", Separators) };
        var isPaused = read.ReadValue<bool>("paused", CsvSettings.TryReadSwitch) == true;
        problem = read.Problem;
        if (problem is not null)
            return false;
        line = new ListLine(number, url) { Owner = owner, Emails = emails ?? [], Changes = changes, IsPaused = isPaused };
        return true;
    }
}
