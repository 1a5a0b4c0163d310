using System.Globalization;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace UptimeSquirrel.Sites.Writing;

/// <summary>Writes YAML, a name and its value after the other. Whatever other readers would take for something else than a text stands in quotes.</summary>
internal sealed class YamlText
{
    private readonly StringBuilder text = new();
    private readonly Emitter emitter;

    public YamlText()
    {
        emitter = new Emitter(new StringWriter(text, CultureInfo.InvariantCulture) { NewLine = "\n" }, new EmitterSettings(2, int.MaxValue, false, 1024).WithIndentedSequences());
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        emitter.Emit(new MappingStart());
    }

    public void Pair(string name, string value)
    {
        Scalar(name);
        Scalar(value);
    }

    public void Texts(string name, IReadOnlyList<string> values)
    {
        Scalar(name);
        emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, true, SequenceStyle.Flow));
        foreach (var value in values)
            Scalar(value);
        emitter.Emit(new SequenceEnd());
    }

    /// <summary>Names and values; those of one name become a list.</summary>
    public void Pairs(string name, IEnumerable<(string Name, string Value)> pairs)
    {
        Scalar(name);
        emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, true, MappingStyle.Block));
        foreach (var same in pairs.GroupBy(pair => pair.Name).Select(same => (Name: same.Key, Values: same.Select(pair => pair.Value).ToList())))
            if (same.Values is [var only])
                Pair(same.Name, only);
            else
                Texts(same.Name, same.Values);
        emitter.Emit(new MappingEnd());
    }

    public void List<T>(string name, IReadOnlyList<T> items, Action<T> write)
    {
        Scalar(name);
        emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, true, items.Count == 0 ? SequenceStyle.Flow : SequenceStyle.Block));
        foreach (var item in items)
        {
            emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, true, MappingStyle.Block));
            write(item);
            emitter.Emit(new MappingEnd());
        }
        emitter.Emit(new SequenceEnd());
    }

    /// <summary>The whole text; nothing can be written after it.</summary>
    public override string ToString()
    {
        emitter.Emit(new MappingEnd());
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private void Scalar(string value) => emitter.Emit(new YamlDotNet.Core.Events.Scalar(AnchorName.Empty, TagName.Empty, value, StyleOf(value), true, true));

    // Yes and no are meant as such; what is a number, a time or nothing to somebody's parser is a text here.
    private static ScalarStyle StyleOf(string value) =>
        value.Length == 0 || value is "~" or "null" or "Null" or "NULL" || value.Contains(':', StringComparison.Ordinal) && !value.Contains("//", StringComparison.Ordinal) || value.Any(char.IsControl) || value.Contains("${", StringComparison.Ordinal)
            ? ScalarStyle.DoubleQuoted
            : ScalarStyle.Any;
}
