using System.Diagnostics.CodeAnalysis;

namespace UptimeSquirrel.Client.Commands;

/// <summary>A setting as it is typed: <c>name=value</c>, or <c>name=@path</c> for what is in a file. Two <c>@</c> stand for one that is meant.</summary>
internal sealed record GivenSetting(string Name, string Value)
{
    private const long LongestFile = 64 * 1024;

    public static bool TryParse(string? text, [NotNullWhen(true)] out GivenSetting? setting, [NotNullWhen(false)] out string? problem)
    {
        // What stands behind the "=" may be a secret: no message repeats it.
        var (name, value) = (text ?? "").Split('=', 2) is [var before, var after] ? (before.Trim(), after) : ("", "");
        setting = name.Length > 0 ? new GivenSetting(name, value) : null;
        problem = setting is null ? "expected name=value, or name=@path for a value in a file." : null;
        return setting is not null;
    }

    /// <exception cref="CallerMistakeException">The file cannot be read.</exception>
    public string Read()
    {
        if (Value.StartsWith("@@", StringComparison.Ordinal))
            return Value[1..];
        if (!Value.StartsWith('@'))
            return Value;
        var path = Value[1..];
        try
        {
            // Editors end files with a line break that is no part of a secret.
            return new FileInfo(path).Length <= LongestFile
                ? File.ReadAllText(path).TrimEnd('\r', '\n')
                : throw new CallerMistakeException($"'{path}' is too long for a setting: expected at most {LongestFile / 1024} kB.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CallerMistakeException($"The value of '{Name}' cannot be read: {exception.Message}");
        }
    }
}
