using UptimeSquirrel.Cluster;

namespace UptimeSquirrel.Web.Dashboard.Settings;

/// <summary>A setting as all silos have it.</summary>
/// <param name="Setting">Its name, and what the documentation says of it.</param>
/// <param name="Values">The values it has; more than one where silos differ.</param>
public sealed record SettingRow(SettingInForce Setting, IReadOnlyList<SettingValue> Values)
{
    /// <summary>Whether it is on any silo something else than without being set.</summary>
    public bool IsChanged => Values.Any(value => value.IsChanged);

    /// <summary>The settings of all silos side by side, in the order of the documentation.</summary>
    internal static IReadOnlyList<SettingRow> Of(IReadOnlyList<SettingsOfSilo> silos) =>
    [
        .. silos.SelectMany(silo => silo.Settings, (silo, setting) => (Silo: silo.Name, Setting: setting))
            .GroupBy(one => one.Setting.Key)
            .Select(key => new SettingRow(
                key.First().Setting,
                [.. key.GroupBy(one => (one.Setting.Value, one.Setting.IsChanged), one => one.Silo).Select(same => new SettingValue(same.Key.Value, same.Key.IsChanged, [.. same]))])),
    ];

    /// <summary>Whether its name, its values or what it does hold this text.</summary>
    internal bool Holds(string text) =>
        Values.Select(value => value.Value).Append(Setting.Key).Append(Setting.Meaning).Any(one => one.Contains(text, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A value that a setting has.</summary>
/// <param name="Value">The value, secrets masked; empty = none.</param>
/// <param name="IsChanged">Whether it is something else than without being set.</param>
/// <param name="Silos">On which silos.</param>
public sealed record SettingValue(string Value, bool IsChanged, IReadOnlyList<string> Silos);
