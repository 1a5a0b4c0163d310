using System.Text.RegularExpressions;

namespace UptimeSquirrel.Silo.Settings;

/// <summary>What <c>docs/configuration.md</c>, which is a part of the program, says of each setting.</summary>
internal static partial class SettingsPage
{
    private const string Resource = "configuration.md";

    /// <summary>Its rows, in their order.</summary>
    public static IReadOnlyList<DocumentedSetting> Read()
    {
        using var stream = typeof(SettingsPage).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"'{Resource}' is not in this program: expected docs/configuration.md to have been built into it.");
        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd());
    }

    /// <summary>The rows of such a page.</summary>
    public static IReadOnlyList<DocumentedSetting> Read(string page)
    {
        var (section, settings) = ("", new List<DocumentedSetting>());
        foreach (var line in page.Split('\n'))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
                section = line[3..].Trim();
            if (line.StartsWith("| `", StringComparison.Ordinal) && line.Trim('|', ' ', '\r').Split('|') is [var key, var usual, .., var meaning])
                settings.Add(new DocumentedSetting(Plain(key), section, Plain(usual), Plain(meaning)));
        }

        return settings;
    }

    private static string Plain(string cell) => Link().Replace(cell, "$1").Replace("`", "", StringComparison.Ordinal).Trim();

    [GeneratedRegex(@"\[([^\]]+)\]\([^)]+\)")]
    private static partial Regex Link();
}

/// <summary>A setting as the documentation has it.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Section">Under which heading it stands.</param>
/// <param name="Default">What it is without being set.</param>
/// <param name="Meaning">What it does.</param>
internal sealed record DocumentedSetting(string Key, string Section, string Default, string Meaning);
