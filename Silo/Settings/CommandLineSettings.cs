namespace UptimeSquirrel.Silo.Settings;

/// <summary>The settings of a command line. The framework's own reader ignores, or fails on, what it does not understand.</summary>
internal sealed class CommandLineSettings
{
    private static readonly string[] _knownRoots =
        [.. ConfigurationSources.Sections, "Urls", "Logging", "Kestrel", "AllowedHosts", "Environment", "ContentRoot", "ApplicationName"];

    private readonly Dictionary<string, string?> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _problems = [];

    private CommandLineSettings()
    {
    }

    /// <summary>What was set.</summary>
    public IReadOnlyDictionary<string, string?> Values => _values;

    /// <summary>What would be ignored, one sentence each.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Reads <c>--Section:Key=value</c> and <c>--Section:Key value</c>; two dashes may be a slash, or missing before '='.</summary>
    public static CommandLineSettings Read(string[] arguments)
    {
        var settings = new CommandLineSettings();
        for (var i = 0; i < arguments.Length; i++)
        {
            var (prefix, key, value) = Split(arguments[i]);
            if (value is null && prefix.Length > 0 && i + 1 < arguments.Length && (prefix != "-" || Split(arguments[i + 1]) is ("", _, null)))
                value = arguments[++i];
            settings.Add(prefix, key, value);
        }

        return settings;
    }

    private static (string Prefix, string Key, string? Value) Split(string argument)
    {
        var prefix = argument.StartsWith("--", StringComparison.Ordinal) ? "--" : argument is ['-' or '/', ..] ? argument[..1] : "";
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (prefix, argument[prefix.Length..], null) : (prefix, argument[prefix.Length..equals], argument[(equals + 1)..]);
    }

    private void Add(string prefix, string key, string? value)
    {
        var shown = SettingValue.Show(key);
        var root = key.Split(':')[0];
        if (prefix == "-")
            _problems.Add($"-{shown} begins with one dash; expected --{shown}=value.");
        else if (value is null)
            _problems.Add(prefix.Length == 0 ? $"'{shown}' is not understood; expected --Section:Key=value." : $"'{prefix}{shown}' has no value; expected --Section:Key=value.");
        else if (!_knownRoots.Contains(root, StringComparer.OrdinalIgnoreCase))
            _problems.Add($"--{SettingValue.Show(root)} is not a setting. Ours begin with {string.Join(", ", ConfigurationSources.Sections.Select(section => section + ":"))} or are Urls.");
        else if (ConfigurationSources.Sections.Contains(key, StringComparer.OrdinalIgnoreCase))
            _problems.Add($"--{shown} is a section and takes no value; expected --{shown}:Key=value.");
        else
            _values[key] = value;
    }
}
