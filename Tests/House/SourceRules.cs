using System.Globalization;
using System.Text.RegularExpressions;

namespace UptimeSquirrel.Tests.House;

/// <summary>What a source file may look like.</summary>
internal static partial class SourceRules
{
    private const int MostLines = 200;
    private const int MostLinesOfATest = 300;

    public static string? TooLong(string path, int lines)
    {
        var most = path.StartsWith("Tests", StringComparison.Ordinal) ? MostLinesOfATest : MostLines;
        return lines > most ? $"{path} has {lines} lines; at most {most} are one idea" : null;
    }

    /// <summary>A file is named for a type in it. Small types of one sort may share a file that is named for the sort: Rows, HistoryRecords.</summary>
    public static string? Misnamed(string path, string source)
    {
        var name = Path.GetFileNameWithoutExtension(path).Split('.')[0];
        var types = PublicType().Matches(source).Select(match => match.Groups["name"].Value).ToArray();
        var areOneSort = name.EndsWith('s') && types.Count(type => type.EndsWith(name[^4..^1], StringComparison.Ordinal)) > 1;
        return types.Length == 0 || types.Contains(name) || areOneSort || path.StartsWith("Tests", StringComparison.Ordinal) ? null : $"{path} holds {string.Join(", ", types)} but is named {name}";
    }

    public static IEnumerable<int> EventNumbers(string source) =>
        EventNumber().Matches(source).Select(match => int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\[LoggerMessage\((?<number>[0-9]+),")]
    private static partial Regex EventNumber();

    [GeneratedRegex(@"^(public|internal) (static |sealed |abstract |partial |readonly )*(class|record struct|record|struct|interface|enum) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicType();
}
