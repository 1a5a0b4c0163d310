using System.CommandLine;

namespace UptimeSquirrel.Client.Commands;

/// <summary>What is said to be on or off.</summary>
/// <remarks>No <see cref="bool"/>: of an option of that type the parser takes no other value than true and false, and calls "off" one word too many.</remarks>
internal enum Switch
{
    Off,
    On,
}

/// <summary>Options that switch something.</summary>
internal static class Switches
{
    public static Option<Switch?> Option(string name, string description) => Reading.ValueOption<Switch>(name, "on|off", description, TryRead);

    /// <summary>What was said; null when nothing was.</summary>
    public static bool? IsOn(Call call, Option<Switch?> option) => call.Get(option) is { } said ? said == Switch.On : null;

    private static bool TryRead(string? text, out Switch value, out string? problem)
    {
        var word = (text ?? "").Trim().ToLowerInvariant();
        value = word == "on" ? Switch.On : Switch.Off;
        problem = word is "on" or "off" ? null : $"'{PlainText.Start(text ?? "")}' is not a switch: expected on or off.";
        return problem is null;
    }
}
