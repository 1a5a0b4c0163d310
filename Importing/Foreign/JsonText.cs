using System.Buffers;
using System.Text;
using System.Text.Json;

namespace UptimeSquirrel.Importing.Foreign;

/// <summary>Reads JSON as products and people write it: comments and a last comma too many do no harm.</summary>
internal static class JsonText
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <exception cref="JsonException">It is no JSON; the message says where it stops being that.</exception>
    public static JsonElement Parse(string text)
    {
        using var document = JsonDocument.Parse(text, Lenient);
        return document.RootElement.Clone();
    }

    /// <summary>Whether a text has more objects, lists, names and values than this. A few bytes are enough for one, and in memory each takes many.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static bool HasMoreThan(long most, string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        var count = 0L;
        while (reader.Read())
            if (++count > most)
                return true;
        return false;
    }

    /// <summary>The tree that somebody writes.</summary>
    public static JsonElement Of(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            write(writer);
        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }

    public static JsonElement? TryParse(string? text)
    {
        try
        {
            return Parse(text ?? "");
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
