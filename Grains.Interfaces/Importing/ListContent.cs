using System.Globalization;

namespace UptimeSquirrel.Importing;

/// <summary>What a list holds.</summary>
internal sealed class ListContent
{
    private readonly List<ListLine> good = [];
    private readonly List<BadLine> bad = [];
    private readonly List<SkippedEntry> skipped = [];
    private readonly List<string> remarks = [];
    private readonly HashSet<string> said = [];

    /// <summary>Whose list it is, in words: "Uptime Kuma backup 1.23.13"; null for a list of lines.</summary>
    public string? Source { get; set; }

    /// <summary>How many entries and lines it may have.</summary>
    public int Most { get; init; } = int.MaxValue;

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

    /// <exception cref="NoListException">There are more than there may be.</exception>
    public void Add(ListLine line) => Within(good).Add(line);

    /// <exception cref="NoListException">There are more than there may be.</exception>
    public void AddBad(int number, string problem) => Within(bad).Add(new BadLine(number, problem));

    /// <exception cref="NoListException">There are more than there may be.</exception>
    public void AddSkipped(int number, string name, string why) => Within(skipped).Add(new SkippedEntry(number, name, why));

    /// <summary>Says something about the whole list, once.</summary>
    public void Remark(string sentence)
    {
        if (said.Add(sentence))
            remarks.Add(sentence);
    }

    private List<T> Within<T>(List<T> list) => Next <= Most
        ? list
        : throw new NoListException(string.Create(CultureInfo.InvariantCulture, $"The list has more than {Most:N0} entries: expected several lists of fewer, or 'squirrel import', which takes longer ones."));
}
