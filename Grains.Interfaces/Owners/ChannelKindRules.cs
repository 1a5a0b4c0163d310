namespace UptimeSquirrel.Owners;

/// <summary>What a kind of channel asks of the settings of a channel, whoever looks at them: a silo, or a reader of files.</summary>
public static class ChannelKindRules
{
    /// <summary>Says that there is no kind of that name, and which there are.</summary>
    /// <param name="kind">The name that was given.</param>
    /// <param name="kinds">The kinds there are.</param>
    /// <param name="quote">How the one who says it shows what was typed.</param>
    public static string Unknown(string kind, IReadOnlyList<ChannelKind> kinds, Func<string, string> quote) =>
        $"{quote(kind)} is not a kind of channel: expected one of {string.Join(", ", kinds.Select(one => one.Name))}.";

    /// <summary>What is wrong with the names of settings, a sentence for each that this kind does not take.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="names">The names that were given.</param>
    /// <param name="quote">How the one who says it shows what was typed.</param>
    public static IEnumerable<string> UnknownSettings(ChannelKind kind, IEnumerable<string> names, Func<string, string> quote) =>
        names.Where(name => kind.Settings.All(setting => setting.Name != name))
            .Select(name => $"{quote(name)} is not a setting of {kind.Name}: it takes {string.Join(", ", kind.Settings.Select(setting => setting.Name))}.");

    /// <summary>Says that a setting has to be given and was not; null when nothing is missing.</summary>
    public static string? Missing(ChannelKind kind, ChannelSetting setting, IReadOnlyDictionary<string, string> settings) =>
        setting.IsRequired && settings.GetValueOrDefault(setting.Name, "").Length == 0 ? $"{kind.Name} needs '{setting.Name}': {setting.Meaning}, such as {setting.Example}." : null;
}
