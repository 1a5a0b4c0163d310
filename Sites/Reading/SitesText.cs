using YamlDotNet.RepresentationModel;

namespace UptimeSquirrel.Sites.Reading;

/// <summary>One file while it is read: what stands around it, and what was wrong with it so far.</summary>
/// <param name="name">What people call it.</param>
/// <param name="environment">The value of a variable; null when there is none.</param>
internal sealed class SitesText(string name, Func<string, string?> environment)
{
    private readonly List<string> mistakes = [];

    /// <summary>Everything that is wrong, a sentence each.</summary>
    public IReadOnlyList<string> Mistakes => mistakes;

    public Func<string, string?> Environment => environment;

    public string PlaceOf(YamlNode node) => $"{name}, line {node.Start.Line}";

    public void Refuse(YamlNode node, string sentence) => Refuse($"{PlaceOf(node)}: {sentence}");

    public void Refuse(string sentence)
    {
        if (!mistakes.Contains(sentence))
            mistakes.Add(sentence);
    }
}
