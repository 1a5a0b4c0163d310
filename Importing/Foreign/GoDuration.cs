using System.Globalization;
using System.Text.RegularExpressions;

namespace UptimeSquirrel.Importing.Foreign;

/// <summary>Lengths of time as programs in Go write them: <c>1h30m</c>, <c>500ms</c>; days and bare seconds are read as well.</summary>
internal static partial class GoDuration
{
    /// <summary>The seconds; null when it is no length of time.</summary>
    public static double? Seconds(string? text)
    {
        if (text is null)
            return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var bare))
            return bare;
        var match = Whole().Match(text.Trim());
        if (!match.Success)
            return null;
        var (numbers, units) = (match.Groups["number"].Captures, match.Groups["unit"].Captures);
        return Enumerable.Range(0, numbers.Count).Sum(i => double.Parse(numbers[i].Value, CultureInfo.InvariantCulture) * UnitOf(units[i].Value));
    }

    private static double UnitOf(string unit) => unit switch
    {
        "w" => 604800,
        "d" => 86400,
        "h" => 3600,
        "m" => 60,
        "s" => 1,
        "ms" => 1e-3,
        "ns" => 1e-9,
        _ => 1e-6,
    };

    [GeneratedRegex(@"^((?<number>[0-9]{1,12}(\.[0-9]{1,9})?)(?<unit>ms|us|\u00b5s|ns|s|m|h|d|w))+$")]
    private static partial Regex Whole();
}
