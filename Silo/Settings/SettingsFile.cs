using System.Text.Json;

namespace UptimeSquirrel.Silo.Settings;

/// <summary>One file of settings, which need not be there.</summary>
internal static class SettingsFile
{
    /// <summary>Reads it; a file with a problem counts as empty.</summary>
    public static (IConfigurationRoot Content, string? Problem) Read(string path)
    {
        var nothing = new ConfigurationBuilder().Build();
        try
        {
            var content = new ConfigurationBuilder().AddJsonFile(path, optional: true).Build();
            var section = ConfigurationSources.Sections.FirstOrDefault(section => content[section] is not null);
            return section is null
                ? (content, null)
                : (nothing, $"{path}: {section} is a section and takes no value; expected \"{section}\": {{ \"Key\": value }}.");
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return (nothing, $"{path} cannot be read: {Reason(e)}");
        }
    }

    private static string Reason(Exception e) => e.GetBaseException() switch
    {
        // The parser counts lines from zero, and says so at the end of its sentence.
        JsonException { LineNumber: { } line } json => $"line {line + 1} is not JSON: {SettingValue.Show(json.Message.Split(" LineNumber:")[0])}",
        var other => SettingValue.Show(other.Message),
    };
}
