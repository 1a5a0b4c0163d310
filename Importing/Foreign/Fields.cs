using System.Globalization;
using System.Text.Json;

namespace UptimeSquirrel.Importing.Foreign;

/// <summary>
/// One object of another product's file, read with patience: names count without their case and signs, numbers and switches may be texts.
/// What is missing, empty or of another shape is null.
/// </summary>
internal sealed class Fields
{
    private readonly Dictionary<string, JsonElement> values = [];

    public Fields(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return;
        foreach (var member in element.EnumerateObject())
            values.TryAdd(Spelled(member.Name), member.Value);
    }

    /// <summary>Whether all of these are there, be it empty.</summary>
    public bool Have(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (!values.ContainsKey(Spelled(name)))
                return false;
        return true;
    }

    /// <summary>The first of these that holds a text.</summary>
    public string? Text(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (values.TryGetValue(Spelled(name), out var value) && TextOf(value) is { } text)
                return text;
        return null;
    }

    public double? Number(params ReadOnlySpan<string> names) =>
        double.TryParse(Text(names), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    public bool? Flag(params ReadOnlySpan<string> names) => Text(names)?.ToLowerInvariant() switch
    {
        "true" or "1" or "yes" or "on" => true,
        "false" or "0" or "no" or "off" => false,
        _ => null,
    };

    /// <summary>The object of this name; one without fields when there is none.</summary>
    public Fields Object(string name) => new(Element(name));

    /// <summary>The elements of a list; of a single value that value, of a text that is a JSON list its elements.</summary>
    public IEnumerable<JsonElement> List(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (values.TryGetValue(Spelled(name), out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
                return ElementsOf(value);
        return [];
    }

    /// <summary>The elements of a list as far as they are texts.</summary>
    public IEnumerable<string> Texts(params ReadOnlySpan<string> names) => List(names).Select(TextOf).OfType<string>();

    /// <summary>The elements of a list as far as they are objects.</summary>
    public IEnumerable<Fields> Objects(params ReadOnlySpan<string> names) =>
        List(names).Where(element => element.ValueKind == JsonValueKind.Object).Select(element => new Fields(element));

    /// <summary>Names and texts of the object of this name, which may also be an object written as text.</summary>
    public IEnumerable<(string Name, string Value)> Pairs(string name)
    {
        var element = Element(name);
        if (element.ValueKind == JsonValueKind.String)
            element = JsonText.TryParse(element.GetString()) ?? default;
        return element.ValueKind != JsonValueKind.Object
            ? []
            : element.EnumerateObject().Select(member => (member.Name, Value: TextOf(member.Value))).Where(pair => pair.Value is not null).Select(pair => (pair.Name, pair.Value!));
    }

    public JsonElement Element(string name) => values.GetValueOrDefault(Spelled(name));

    /// <summary>A value as text, without blanks around it; null when it is none, or empty.</summary>
    public static string? TextOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String when element.GetString()!.Trim() is { Length: > 0 } text => text,
        JsonValueKind.Number => element.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    private static IEnumerable<JsonElement> ElementsOf(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String && value.GetString()!.TrimStart().StartsWith('[') && JsonText.TryParse(value.GetString()) is { } parsed)
            value = parsed;
        return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
    }

    private static string Spelled(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
