using System.Collections;
using System.Globalization;
using UptimeSquirrel.Cluster;

namespace UptimeSquirrel.Silo.Settings;

/// <summary>What a silo was told, as administrators may see it.</summary>
internal static class SettingsInForce
{
    private const string Urls = "Urls";

    /// <summary>Every setting of the documentation with the value it has.</summary>
    public static IReadOnlyList<SettingInForce> Of(SiloSettings settings)
    {
        var (usual, _) = SiloSettings.Read(new ConfigurationBuilder().Build());
        return [.. SettingsPage.Read().Select(one => Of(one, Find(settings, one.Key), Find(usual, one.Key)))];
    }

    private static SettingInForce Of(DocumentedSetting setting, object? value, object? usual)
    {
        var (shown, unchanged) = (Write(value), Write(usual));
        return new SettingInForce(setting.Key, SecretSettings.Mask(setting.Key, shown), shown != unchanged, setting.Section, setting.Default, setting.Meaning);
    }

    private static object? Find(SiloSettings settings, string key)
    {
        if (key == Urls)
            return settings.Urls;
        var (section, name) = key.Split(':') is [var first, var second] ? (first, second) : throw NotThere(key);
        var options = typeof(SiloSettings).GetProperty(section)?.GetValue(settings) ?? throw NotThere(key);
        return (options.GetType().GetProperty(name) ?? throw NotThere(key)).GetValue(options);
    }

    // As one would write it in the configuration.
    private static string Write(object? value) => value switch
    {
        null => "",
        string text => text,
        bool yes => yes ? "true" : "false",
        TimeSpan length => Duration.Format(length),
        IReadOnlyList<Uri> addresses => string.Join(';', addresses.Select(address => address.OriginalString)),
        IEnumerable all => string.Join(", ", all.Cast<object>().Select(Write)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static InvalidOperationException NotThere(string key) => new($"The documentation names '{key}', which is no setting: expected a key such as Checks:Timeout.");
}
