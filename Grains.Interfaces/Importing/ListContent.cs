namespace UptimeSquirrel.Importing;

/// <summary>What a list holds.</summary>
internal sealed class ListContent
{
    private readonly List<ListLine> good = [];
    private readonly List<BadLine> bad = [];

    public IReadOnlyList<ListLine> Good => good;
    public IReadOnlyList<BadLine> Bad => bad;

    /// <summary>Columns we do not know; their content is left out.</summary>
    public IReadOnlyList<string> IgnoredColumns { get; set; } = [];

    public void Add(ListLine line) => good.Add(line);

    public void AddBad(int number, string problem) => bad.Add(new BadLine(number, problem));
}
