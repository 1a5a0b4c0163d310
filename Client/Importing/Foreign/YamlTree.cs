using System.Text;
using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace UptimeSquirrel.Client.Importing.Foreign;

/// <summary>Reads YAML into the tree that JSON is read into, with anchors and merges resolved. Every scalar is a text, as it was written.</summary>
internal static class YamlTree
{
    // A few lines of aliases of aliases can stand for more than fits into memory.
    private const int MostNodes = 2_000_000;
    private const int Deepest = 60;

    /// <exception cref="CallerMistakeException">It is no YAML; the message says where.</exception>
    public static JsonElement Parse(string text)
    {
        try
        {
            return Read(new MergingParser(new Parser(new StringReader(text))));
        }
        catch (YamlException exception)
        {
            throw new CallerMistakeException($"The file begins like YAML, but line {exception.Start.Line} is none: {exception.Message.TrimEnd('.')}.");
        }
    }

    private static JsonElement Read(MergingParser parser)
    {
        var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { MaxDepth = Deepest + 2 }))
        {
            var anchors = new Dictionary<AnchorName, List<ParsingEvent>>();
            var budget = MostNodes;
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
                return JsonText.Parse("null");
            Write(parser, writer, anchors, ref budget, 0);
        }

        return JsonText.Parse(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    private static void Write(IParser parser, Utf8JsonWriter writer, Dictionary<AnchorName, List<ParsingEvent>> anchors, ref int budget, int depth, bool isNamed = false)
    {
        if (--budget < 0 || depth > Deepest)
            throw new CallerMistakeException("The YAML of the file unfolds into more than can be read: expected a list of websites.");
        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            if (!anchors.TryGetValue(alias.Value, out var events))
                throw new YamlException(alias.Start, alias.End, $"the alias *{alias.Value} stands for nothing that was named before");
            Write(new Replay(events), writer, anchors, ref budget, depth + 1, isNamed: true);
            return;
        }

        if (!isNamed && parser.Accept<NodeEvent>(out var node) && !node.Anchor.IsEmpty)
        {
            var kept = Record(parser);
            anchors[node.Anchor] = kept;
            Write(new Replay(kept), writer, anchors, ref budget, depth, isNamed: true);
        }
        else if (parser.TryConsume<Scalar>(out var scalar))
        {
            WriteScalar(scalar, writer);
        }
        else if (parser.TryConsume<SequenceStart>(out _))
        {
            writer.WriteStartArray();
            while (!parser.TryConsume<SequenceEnd>(out _))
                Write(parser, writer, anchors, ref budget, depth + 1);
            writer.WriteEndArray();
        }
        else
        {
            WriteMapping(parser, writer, anchors, ref budget, depth);
        }
    }

    private static void WriteMapping(IParser parser, Utf8JsonWriter writer, Dictionary<AnchorName, List<ParsingEvent>> anchors, ref int budget, int depth)
    {
        parser.Consume<MappingStart>();
        writer.WriteStartObject();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            writer.WritePropertyName(parser.Consume<Scalar>().Value);
            Write(parser, writer, anchors, ref budget, depth + 1);
        }
        writer.WriteEndObject();
    }

    private static void WriteScalar(Scalar scalar, Utf8JsonWriter writer)
    {
        if (scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null" or "Null" or "NULL")
            writer.WriteNullValue();
        else
            writer.WriteStringValue(scalar.Value);
    }

    // One node with all that is in it.
    private static List<ParsingEvent> Record(IParser parser)
    {
        var events = new List<ParsingEvent>();
        var open = 0;
        do
        {
            var one = parser.Consume<ParsingEvent>();
            open += one.NestingIncrease;
            events.Add(one);
        }
        while (open > 0);
        return events;
    }

    private sealed class Replay(List<ParsingEvent> events) : IParser
    {
        private int position;

        public ParsingEvent? Current => position < events.Count ? events[position] : null;

        public bool MoveNext() => ++position < events.Count;
    }
}
