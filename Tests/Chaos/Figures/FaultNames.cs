using System.Text.RegularExpressions;

namespace UptimeSquirrel.Chaos.Figures;

/// <summary>Faults as a person names them: <c>kill,database-away</c>.</summary>
internal static partial class FaultNames
{
    /// <summary>Reads such a list; null = all there are. A name that is none makes a problem.</summary>
    public static (IReadOnlyList<FaultKind> Faults, string? Problem) Read(string? list)
    {
        var all = Enum.GetValues<FaultKind>();
        if (list is null)
            return (all, null);
        var names = list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var unknown = names.Except(all.Select(Of)).ToArray();
        return unknown.Length > 0
            ? ([], $"There is no fault '{unknown[0]}'; expected some of {string.Join(", ", all.Select(Of))}.")
            : ([.. all.Where(kind => names.Contains(Of(kind)))], null);
    }

    public static string Of(FaultKind kind) => Capital().Replace(kind.ToString(), "-$0").ToLowerInvariant();

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex Capital();
}
