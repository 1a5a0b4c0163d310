namespace UptimeSquirrel.Grains.Doubt;

/// <summary>What an examination of ourselves has seen.</summary>
/// <param name="Sample">How many websites were looked at.</param>
/// <param name="SeenByUs">How many of them this silo saw up.</param>
/// <param name="JudgedByOthers">How many of them at least one other silo had a look at.</param>
/// <param name="SeenByOthers">How many of them at least one other silo saw up.</param>
/// <param name="ReferenceAnswers">Whether any reference address answers; null when there are none.</param>
internal readonly record struct Evidence(int Sample, int SeenByUs, int JudgedByOthers, int SeenByOthers, bool? ReferenceAnswers)
{
    /// <summary>The other silos that saw some of them up, for people: <c>berlin-2 and paris-1</c>.</summary>
    public string Witnesses { get; init; } = "";
}
