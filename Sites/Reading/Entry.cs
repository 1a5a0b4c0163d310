using UptimeSquirrel.Importing;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace UptimeSquirrel.Sites.Reading;

/// <summary>One mapping of a file, read strictly: what nobody asks for is a mistake, and so is what is of another shape. Every mistake names its line.</summary>
internal sealed class Entry
{
    private readonly Dictionary<string, (YamlNode Key, YamlNode Value)> values = [];
    private readonly HashSet<string> asked = [];
    private readonly YamlMappingNode node;
    private readonly SitesText text;

    public Entry(YamlMappingNode node, SitesText text)
    {
        (this.node, this.text) = (node, text);
        foreach (var (key, value) in node.Children)
            if (key is YamlScalarNode { Value: { } name } && name != "<<")
                values[name] = (key, value);

        // What stands in the mapping itself counts more than what is merged into it.
        foreach (var (key, value) in node.Children.Where(pair => pair.Key is YamlScalarNode { Value: "<<", Style: ScalarStyle.Plain }).SelectMany(pair => Merged(pair.Value)))
            if (key is YamlScalarNode { Value: { } name })
                values.TryAdd(name, (key, value));
    }

    public string Place => text.PlaceOf(node);

    public void Refuse(string sentence) => text.Refuse(node, sentence);

    public bool Has(string key)
    {
        asked.Add(key);
        return values.ContainsKey(key);
    }

    /// <summary>Whether nothing stands under this name, or not even the name is there.</summary>
    public bool Lacks(string key) => Find(key) is not { } found || (found is YamlScalarNode { Value: { } raw } && Substitution.Fill(raw, text.Environment) is ("", null));

    /// <summary>Whether the value is this very word.</summary>
    public bool Says(string key, string word)
    {
        asked.Add(key);
        return values.TryGetValue(key, out var pair) && pair.Value is YamlScalarNode { Style: ScalarStyle.Plain } scalar && scalar.Value == word;
    }

    /// <summary>Whether the value is this very word; then it is as if it were not there.</summary>
    public bool Take(string key, string word) => Says(key, word) && values.Remove(key);

    /// <summary>The text under this name; null when there is none, or it is empty.</summary>
    public string? Text(string key) => Find(key) is { } found ? ScalarOf(found, $"'{key}'") : null;

    /// <summary>The same for what must not stand in a file that many people read.</summary>
    public string? Secret(string key)
    {
        if (Find(key) is not { } found)
            return null;
        if (found is YamlScalarNode && !IsFromEnvironment(found))
            text.Refuse(found, $"'{key}' {Substitution.Wanted(key)}");
        return ScalarOf(found, $"'{key}'");
    }

    public T? Read<T>(string key, TryRead<T> tryRead)
        where T : class => Text(key) is { } given && Taken(key, given, tryRead, out var value) ? value : null;

    public T? ReadValue<T>(string key, TryRead<T> tryRead)
        where T : struct => Text(key) is { } given && Taken(key, given, tryRead, out var value) ? value : null;

    /// <summary>The texts of a list, of which one may stand alone; null when there is no such name.</summary>
    public IReadOnlyList<string>? Texts(string key)
    {
        if (!Has(key))
            return null;
        return values[key].Value is YamlSequenceNode list
            ? [.. list.Children.Select(child => ScalarOf(child, $"what is in '{key}'")).OfType<string>()]
            : ScalarOf(values[key].Value, $"'{key}'") is { } one ? [one] : [];
    }

    public IReadOnlyList<T>? ReadMany<T>(string key, TryRead<T> tryRead)
        where T : class => Texts(key)?.Select(given => Taken(key, given, tryRead, out var value) ? value : null).OfType<T>().ToArray();

    /// <summary>Names and texts of the mapping under this name, and whether each comes from the environment; null when there is no such name. A name whose value is a list comes once for each.</summary>
    public IReadOnlyList<(string Name, string Value, bool IsFromEnvironment)>? Pairs(string key)
    {
        if (!Has(key))
            return null;
        if (values[key].Value is YamlScalarNode { Value: null or "" })
            return [];
        if (values[key].Value is not YamlMappingNode mapping)
        {
            text.Refuse(values[key].Value, $"'{key}' is written as names and values, such as '{key}: {{ name: value }}'.");
            return [];
        }
        return
        [
            .. mapping.Children.Where(pair => pair.Key is YamlScalarNode { Value: not null })
                .SelectMany(pair => (pair.Value is YamlSequenceNode list ? list.Children : [pair.Value]).Select(value => (Name: ((YamlScalarNode)pair.Key).Value!, Value: value)))
                .Select(pair => (pair.Name, ScalarOf(pair.Value, $"'{pair.Name}'") ?? "", IsFromEnvironment(pair.Value))),
        ];
    }

    /// <summary>The mapping under this name; null when there is none.</summary>
    public Entry? Child(string key)
    {
        if (Find(key) is not { } found)
            return null;
        if (found is YamlMappingNode mapping)
            return new Entry(mapping, text);
        text.Refuse(found, $"'{key}' is written as names and values below it, or as 'none' where that can be.");
        return null;
    }

    /// <summary>The mappings of a list; null when there is no such name.</summary>
    public IReadOnlyList<Entry>? Children(string key)
    {
        if (!Has(key))
            return null;
        if (values[key].Value is YamlScalarNode { Value: null or "" })
            return [];
        if (values[key].Value is not YamlSequenceNode list)
        {
            text.Refuse(values[key].Value, $"'{key}' is a list: expected each of them to begin with '- '.");
            return [];
        }
        foreach (var other in list.Children.Where(child => child is not YamlMappingNode))
            text.Refuse(other, $"what is in '{key}' is written as names and values, such as '- {(key == "websites" ? "url: https://shop.example" : "name: value")}'.");
        return [.. list.Children.OfType<YamlMappingNode>().Select(child => new Entry(child, text))];
    }

    /// <summary>Refuses what nobody has asked for.</summary>
    public void Finish()
    {
        foreach (var (name, pair) in values.Where(pair => !asked.Contains(pair.Key)))
            text.Refuse(pair.Key, $"{Quote.Of(name, 40)} is not known here: expected one of {string.Join(", ", asked)}.");
    }

    private YamlNode? Find(string key) =>
        Has(key) && values[key].Value is var found && found is not YamlScalarNode { Value: null or "" } && !IsNull(found) ? found : null;

    private bool Taken<T>(string key, string given, TryRead<T> tryRead, out T? value)
    {
        var isGood = tryRead(given, out value, out var problem);
        if (!isGood)
            text.Refuse(values[key].Value, $"'{key}': {problem}");
        return isGood;
    }

    private string? ScalarOf(YamlNode found, string what)
    {
        if (found is not YamlScalarNode { Value: { } raw })
        {
            text.Refuse(found, $"{what} is one value: expected a text or a number.");
            return null;
        }
        var (filled, problem) = IsNull(found) ? ("", null) : Substitution.Fill(raw, text.Environment);
        if (problem is not null)
            text.Refuse(found, problem);
        return filled.Length > 0 ? filled : null;
    }

    private static bool IsFromEnvironment(YamlNode found) => found is YamlScalarNode { Value: { } raw } && Substitution.IsIn(raw);

    private static bool IsNull(YamlNode found) => found is YamlScalarNode { Style: ScalarStyle.Plain, Value: "~" or "null" or "Null" or "NULL" };

    private static IEnumerable<KeyValuePair<YamlNode, YamlNode>> Merged(YamlNode merged) => merged switch
    {
        YamlMappingNode one => one.Children,
        YamlSequenceNode several => several.Children.OfType<YamlMappingNode>().SelectMany(other => other.Children),
        _ => [],
    };
}
