using UptimeSquirrel.Owners;
using UptimeSquirrel.Sites.Declaring;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace UptimeSquirrel.Sites.Reading;

/// <summary>Reads a file that says what is to be watched.</summary>
internal static class SitesFile
{
    // Deeper than anything that can be meant; the parser itself would fall over its own feet at some depth.
    private const int Deepest = 40;
    private const int Longest = 32 * 1024 * 1024;

    /// <param name="text">What is in it: YAML, or JSON, which is YAML, too.</param>
    /// <param name="name">What people call it, for messages.</param>
    /// <param name="environment">The value of a variable; null when there is none.</param>
    /// <param name="usualOwner">Whose the websites are that name nobody, in a file that does not say it either.</param>
    public static Declaration Read(string text, string name, Func<string, string?> environment, OwnerId? usualOwner = null)
    {
        var notes = new SitesText(name, environment);
        if (text.Length > Longest)
            return Refused($"{name} is too long: expected at most {Longest / 1024 / 1024} MB.");
        try
        {
            return RootOf(text, name) switch
            {
                (YamlMappingNode root, _) => Read(new Entry(root, notes), notes, usualOwner ?? OwnerId.Default),
                (null, null) => new Declaration(),
                (_, var problem) => Refused(problem ?? $"{name} is no list of owners and websites: expected it to begin like 'websites:'."),
            };
        }
        catch (YamlException exception)
        {
            return Refused($"{name}, line {exception.Start.Line}: this is no YAML: {exception.Message.TrimEnd('.')}.");
        }
    }

    private static Declaration Read(Entry root, SitesText notes, OwnerId usualOwner)
    {
        var owner = root.Read<OwnerId>("owner", OwnerId.TryParse) ?? usualOwner;
        var owners = (root.Children("owners") ?? []).Select(OwnerEntry.Read).OfType<DeclaredOwner>().ToArray();
        var websites = (root.Children("websites") ?? []).Select(entry => WebsiteEntry.Read(entry, owner)).OfType<DeclaredWebsite>().ToArray();
        var declaration = new Declaration { Owners = owners, Websites = websites, SpeaksOfWebsites = root.Has("websites") };

        // Where people keep what they refer to with anchors.
        root.Has("anchors");
        root.Finish();
        return declaration with { Mistakes = notes.Mistakes };
    }

    private static (YamlNode? Root, string? Problem) RootOf(string text, string name)
    {
        var parser = new Parser(new StringReader(text));
        for (var depth = 0; parser.MoveNext();)
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > Deepest)
                return (null, $"{name}, line {parser.Current.Start.Line}: this is nested too deeply: expected owners and websites.");
        }

        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents.Count switch
        {
            0 => (null, null),
            1 when stream.Documents[0].RootNode is YamlScalarNode { Value: null or "" } => (null, null),
            1 => (stream.Documents[0].RootNode, null),
            _ => (null, $"{name} holds {stream.Documents.Count} documents, with '---' between them: expected one."),
        };
    }

    private static Declaration Refused(string mistake) => new() { Mistakes = [mistake] };
}
