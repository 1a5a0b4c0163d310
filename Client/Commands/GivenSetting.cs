using System.Diagnostics.CodeAnalysis;

namespace UptimeSquirrel.Client.Commands;

/// <summary>A setting as it is typed: <c>name=value</c>, or <c>name=@path</c> for what is in a file. Two <c>@</c> stand for one that is meant.</summary>
internal sealed record GivenSetting(string Name, string Value)
{
    public static bool TryParse(string? text, [NotNullWhen(true)] out GivenSetting? setting, [NotNullWhen(false)] out string? problem)
    {
        // What stands behind the "=" may be a secret: no message repeats it.
        var (name, value) = (text ?? "").Split('=', 2) is [var before, var after] ? (before.Trim(), after) : ("", "");
        setting = name.Length > 0 ? new GivenSetting(name, value) : null;
        problem = setting is null ? "expected name=value, or name=@path for a value in a file." : null;
        return setting is not null;
    }

    /// <exception cref="CallerMistakeException">The file cannot be read.</exception>
    public string Read() => GivenText.Read(Value, $"the value of '{Name}'");
}
