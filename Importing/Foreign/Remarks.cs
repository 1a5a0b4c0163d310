namespace UptimeSquirrel.Importing.Foreign;

/// <summary>What is said about one entry: each sentence once, and no more of them than somebody reads.</summary>
internal sealed class Remarks
{
    private const int Most = 50;
    private const string More = "There is more to say about it than is said here.";

    private readonly List<string> sentences = [];

    public IReadOnlyList<string> All => sentences;

    /// <summary>Adds a sentence; null adds none.</summary>
    public void Add(string? sentence)
    {
        if (sentence is not null && sentences.Count <= Most && !sentences.Contains(sentence))
            sentences.Add(sentences.Count < Most ? sentence : More);
    }
}
