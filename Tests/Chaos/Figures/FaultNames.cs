using System.Text.RegularExpressions;

namespace UptimeSquirrel.Chaos.Figures;

/// <summary>Faults as a person names them: <c>kill,database-away</c>.</summary>
internal static partial class FaultNames
{
    public static IReadOnlyList<FaultKind> Read(string? list) => list is null
        ? Enum.GetValues<FaultKind>()
        : [.. list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ReadOne)];

    public static string Of(FaultKind kind) => Capital().Replace(kind.ToString(), "-$0").ToLowerInvariant();

    private static FaultKind ReadOne(string name) => Enum.GetValues<FaultKind>().Cast<FaultKind?>().FirstOrDefault(kind => Of(kind!.Value) == name)
        ?? throw new ArgumentException($"There is no fault '{name}'; expected some of {string.Join(", ", Enum.GetValues<FaultKind>().Select(Of))}.");

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex Capital();
}
