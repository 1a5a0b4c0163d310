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

    /// <summary>A file is named for the public type in it; a closed set of small records and enums may share one.</summary>
    public static string? Misnamed(string path, string source)
    {
        var name = Path.GetFileNameWithoutExtension(path).Split('.')[0];
        var types = PublicType().Matches(source).Select(match => match.Groups["name"].Value).ToArray();
        return types.Length == 0 || types.Contains(name) || name is "Rows" ? null : $"{path} holds {string.Join(", ", types)} but is named {name}";
    }

    [GeneratedRegex(@"^(public|internal) (static |sealed |abstract |partial |readonly )*(class|record struct|record|struct|interface|enum) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicType();
}
