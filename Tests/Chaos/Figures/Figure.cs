namespace UptimeSquirrel.Chaos.Figures;

/// <summary>One line of the verdict.</summary>
/// <param name="Name">What was counted.</param>
/// <param name="Bound">What is promised.</param>
/// <param name="Result">What came out.</param>
/// <param name="Offenders">What breaks the promise, a sentence each; none = it was kept.</param>
internal sealed record Figure(string Name, string Bound, string Result, IReadOnlyList<string> Offenders)
{
    public bool Holds => Offenders.Count == 0;
}
