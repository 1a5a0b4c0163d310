namespace UptimeSquirrel.Client.Importing;

/// <summary>What a list holds.</summary>
internal sealed class ListContent
{
    private readonly List<ListLine> good = [];
    private readonly List<BadLine> bad = [];
    private readonly List<SkippedEntry> skipped = [];
    private readonly List<string> remarks = [];

    /// <summary>Whose list it is, in words: "Uptime Kuma backup 1.23.13"; null for a list of lines.</summary>
    public string? Source { get; set; }

    public IReadOnlyList<ListLine> Good => good;
    public IReadOnlyList<BadLine> Bad => bad;

    /// <summary>What is in order, but nothing that can be watched here.</summary>
    public IReadOnlyList<SkippedEntry> Skipped => skipped;

    /// <summary>What of the whole list could not be taken over, a sentence each.</summary>
    public IReadOnlyList<string> Remarks => remarks;

    /// <summary>Columns we do not know; their content is left out.</summary>
    public IReadOnlyList<string> IgnoredColumns { get; set; } = [];

    /// <summary>The number of the next entry, from 1.</summary>
    public int Next => good.Count + bad.Count + skipped.Count + 1;

    public void Add(ListLine line) => good.Add(line);

    public void AddBad(int number, string problem) => bad.Add(new BadLine(number, problem));

    public void AddSkipped(int number, string name, string why) => skipped.Add(new SkippedEntry(number, name, why));

    /// <summary>Says something about the whole list, once.</summary>
    public void Remark(string sentence)
    {
        if (!remarks.Contains(sentence))
            remarks.Add(sentence);
    }
}
