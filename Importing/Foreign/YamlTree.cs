using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace UptimeSquirrel.Importing.Foreign;

/// <summary>Reads YAML into the tree that JSON is read into, with anchors and merges resolved. Every scalar is a text, as it was written.</summary>
internal static class YamlTree
{
    // A few lines of aliases of aliases can stand for more than fits into memory.
    private const int MostNodes = 2_000_000;
    private const int MostBytes = 100 << 20;
    private const int Deepest = 60;

    /// <exception cref="NoListException">It is no YAML; the message says where.</exception>
    public static JsonElement Parse(string text)
    {
        try
        {
            return Unfold(Read(new Parser(new StringReader(text))));
        }
        catch (YamlException exception)
        {
            throw new NoListException($"The file begins like YAML, but line {exception.Start.Line} is none: {exception.Message.TrimEnd('.')}.");
        }
    }

    private static object? Read(Parser parser)
    {
        parser.Consume<StreamStart>();
        return parser.TryConsume<DocumentStart>(out _) ? ReadNode(parser, new Known(), 0) : null;
    }

    // A text, a list, a dictionary, or nothing. What an alias stands for is the same object again.
    private static object? ReadNode(Parser parser, Known known, int depth)
    {
        if (depth > Deepest)
            throw TooMuch();
        known.CountNode();
        if (parser.TryConsume<AnchorAlias>(out var alias))
            return known.Anchors.TryGetValue(alias.Value, out var named)
                ? named
                : throw new YamlException(alias.Start, alias.End, $"the alias *{alias.Value} stands for nothing that was named before");

        var anchor = parser.Accept<NodeEvent>(out var node) ? node.Anchor : AnchorName.Empty;
        var value = parser.TryConsume<Scalar>(out var scalar) ? ValueOf(scalar)
            : parser.TryConsume<SequenceStart>(out _) ? ReadList(parser, known, depth)
            : ReadMapping(parser, known, depth);
        if (!anchor.IsEmpty)
            known.Anchors[anchor] = value;
        return value;
    }

    private static object ReadList(Parser parser, Known known, int depth)
    {
        var list = new List<object?>();
        while (!parser.TryConsume<SequenceEnd>(out _))
            list.Add(ReadNode(parser, known, depth + 1));
        return list;
    }

    // What stands in a mapping itself counts more than what is merged into it, wherever the merge stands.
    private static object ReadMapping(Parser parser, Known known, int depth)
    {
        parser.Consume<MappingStart>();
        var mapping = new Dictionary<string, object?>();
        var merged = new List<object?>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>();
            var value = ReadNode(parser, known, depth + 1);
            if (key is { Value: "<<", Style: ScalarStyle.Plain })
                merged.AddRange(known.Merge(value as List<object?> ?? [value]));
            else
                mapping[key.Value] = value;
        }

        foreach (var (key, value) in merged.OfType<Dictionary<string, object?>>().SelectMany(other => known.Merge(other)))
            mapping.TryAdd(key, value);
        return mapping;
    }

    private static object? ValueOf(Scalar scalar) =>
        scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null" or "Null" or "NULL" ? null : scalar.Value;

    private static JsonElement Unfold(object? root) => JsonText.Of(writer =>
    {
        var budget = MostNodes;
        Write(root, writer, ref budget, 0);
    });

    private static void Write(object? node, Utf8JsonWriter writer, ref int budget, int depth)
    {
        if (--budget < 0 || depth > Deepest || writer.BytesCommitted + writer.BytesPending > MostBytes)
            throw TooMuch();
        switch (node)
        {
            case List<object?> list:
                writer.WriteStartArray();
                foreach (var element in list)
                    Write(element, writer, ref budget, depth + 1);
                writer.WriteEndArray();
                break;
            case Dictionary<string, object?> mapping:
                writer.WriteStartObject();
                foreach (var (key, value) in mapping)
                {
                    writer.WritePropertyName(key);
                    Write(value, writer, ref budget, depth + 1);
                }
                writer.WriteEndObject();
                break;
            default:
                writer.WriteStringValue(node as string);
                break;
        }
    }

    /// <summary>What was named so far, and how much of it was merged into something else.</summary>
    private sealed class Known
    {
        private long merged;
        private int nodes;

        public Dictionary<AnchorName, object?> Anchors { get; } = [];

        public void CountNode()
        {
            if (++nodes > MostNodes)
                throw TooMuch();
        }

        public IReadOnlyCollection<T> Merge<T>(IReadOnlyCollection<T> some) => (merged += some.Count) > MostNodes ? throw TooMuch() : some;
    }

    private static NoListException TooMuch() => new("The YAML of the file unfolds into more than can be read: expected a list of websites.");
}
