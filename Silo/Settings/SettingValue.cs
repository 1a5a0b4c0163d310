using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace UptimeSquirrel.Silo.Settings;

/// <summary>How one value is written in the configuration.</summary>
internal static class SettingValue
{
    /// <summary>Reads a value of the given type; <paramref name="expected"/> says how to write one.</summary>
    public static bool TryRead(string text, Type type, out object? value, out string expected)
    {
        var kind = Nullable.GetUnderlyingType(type) ?? type;
        (value, expected) = kind switch
        {
            _ when kind == typeof(string) => (text, "text"),
            _ when kind == typeof(TimeSpan) => (ReadTime(text), "a length of time such as 00:00:10, 10s or 5m"),
            _ when kind == typeof(int) => (ReadNumber(text), "a whole number"),
            _ when kind == typeof(bool) => (bool.TryParse(text, out var yes) ? (object)yes : null, "true or false"),
            _ when kind.IsEnum => (ReadEnum(text, kind), $"one of {string.Join(", ", Enum.GetNames(kind))}"),
            _ => throw new NotSupportedException($"No setting is of type {kind}."),
        };
        return value is not null;
    }

    /// <summary>Whether a text is a whole http or https address.</summary>
    public static bool IsHttp(string text, [NotNullWhen(true)] out Uri? url) =>
        Uri.TryCreate(text, UriKind.Absolute, out url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);

    /// <summary>Writes a value for a message: short, on one line.</summary>
    public static string Show(object? value)
    {
        var text = value is IFormattable formattable ? formattable.ToString(null, CultureInfo.InvariantCulture) : value?.ToString() ?? "";
        text = new string([.. text.Select(c => char.IsControl(c) ? '?' : c)]);
        return text.Length <= 100 ? text : text[..100] + "…";
    }

    // "10" alone would be ten days to TimeSpan and ten seconds to everybody else: we take it as seconds, like the command line.
    private static object? ReadTime(string text) =>
        Duration.TryParse(text, out var duration, out _) ? duration
        : text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) ? span
        : null;

    private static object? ReadNumber(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static object? ReadEnum(string text, Type type) =>
        Enum.GetNames(type).Any(name => name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)) ? Enum.Parse(type, text.Trim(), ignoreCase: true) : null;
}
