using System.Buffers;
using System.Text.Json;

namespace UptimeSquirrel.Client.Importing.Foreign;

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
