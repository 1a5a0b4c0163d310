namespace UptimeSquirrel.Chaos.Figures;

/// <summary>Whether the sums of each hour are the sums of its rows.</summary>
internal static class Sums
{
    public static Figure Of(Evidence evidence) => new(
        "roll-ups that differ from a recount of the rows", "0", $"{evidence.WrongSums.Count}", evidence.WrongSums);
}
