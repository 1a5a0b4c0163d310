using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace UptimeSquirrel.Adapters.Database.Backups;

/// <summary>
/// A row as one line of JSON, the same whichever database it comes from. Values are: text, long (numbers, moments and days in microseconds), bool, a list of texts,
/// bytes, or null.
/// </summary>
internal sealed class RowText : IDisposable
{
    private static readonly JsonWriterOptions _compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _writer;

    public RowText() => _writer = new Utf8JsonWriter(_buffer, _compact);

    /// <summary>The line, without its end; good until the next call.</summary>
    public ReadOnlyMemory<byte> Write(IReadOnlyList<object?> values)
    {
        _buffer.ResetWrittenCount();
        _writer.Reset();
        _writer.WriteStartArray();
        foreach (var value in values)
            Write(value);
        _writer.WriteEndArray();
        _writer.Flush();
        return _buffer.WrittenMemory;
    }

    /// <exception cref="JsonException">It is no row of these columns.</exception>
    public static object?[] Read(string line, IReadOnlyList<BackupColumn> columns)
    {
        using var document = JsonDocument.Parse(line);
        var elements = document.RootElement;
        if (elements.ValueKind != JsonValueKind.Array || elements.GetArrayLength() != columns.Count)
            throw new JsonException($"A row has not the {columns.Count} values that it should have.");
        var values = new object?[columns.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = elements[i].ValueKind == JsonValueKind.Null ? null : ValueOf(elements[i], columns[i].Kind);
        return values;
    }

    public void Dispose() => _writer.Dispose();

    /// <summary>JSON in one spelling: names in order, no blanks.</summary>
    public static string Canonical(string json)
    {
        using var document = JsonDocument.Parse(json);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, _compact))
            WriteSorted(document.RootElement, writer);
        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private void Write(object? value)
    {
        switch (value)
        {
            case null:
                _writer.WriteNullValue();
                break;
            case string text:
                _writer.WriteStringValue(text);
                break;
            case long number:
                _writer.WriteNumberValue(number);
                break;
            case bool isOn:
                _writer.WriteBooleanValue(isOn);
                break;
            case byte[] bytes:
                _writer.WriteBase64StringValue(bytes);
                break;
            case IReadOnlyList<string> texts:
                _writer.WriteStartArray();
                foreach (var text in texts)
                    _writer.WriteStringValue(text);
                _writer.WriteEndArray();
                break;
            default:
                throw new ArgumentException($"A row cannot hold a {value.GetType().Name}.", nameof(value));
        }
    }

    private static object ValueOf(JsonElement element, ColumnKind kind) => kind switch
    {
        ColumnKind.Number or ColumnKind.Moment or ColumnKind.WrittenMoment or ColumnKind.Day => element.GetInt64(),
        ColumnKind.Switch => element.GetBoolean(),
        ColumnKind.Texts => element.EnumerateArray().Select(text => text.GetString()!).ToArray(),
        ColumnKind.Bytes => element.GetBytesFromBase64(),
        _ => element.GetString()!,
    };

    private static void WriteSorted(JsonElement element, Utf8JsonWriter writer)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name);
                    WriteSorted(member.Value, writer);
                }
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                    WriteSorted(item, writer);
                writer.WriteEndArray();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
