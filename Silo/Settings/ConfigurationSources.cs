namespace UptimeSquirrel.Silo.Settings;

/// <summary>Where settings come from: the file shipped with the program, one in the folder it was started in, environment, command line. Later wins.</summary>
internal static class ConfigurationSources
{
    private static readonly string[] _knownRoots =
    [
        "Database", "Cluster", "Checks", "Email", "Urls", "Logging", "Kestrel", "AllowedHosts", "Environment", "ContentRoot", "ApplicationName",
    ];

    public static IConfigurationRoot Build(string[] arguments) =>
        new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddJsonFile(Path.Combine(Environment.CurrentDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .AddCommandLine(arguments)
            .Build();

    /// <summary>What on the command line would silently be ignored.</summary>
    public static IEnumerable<string> FindProblems(string[] arguments)
    {
        foreach (var section in new ConfigurationBuilder().AddCommandLine(arguments).Build().GetChildren())
            if (!_knownRoots.Contains(section.Key, StringComparer.OrdinalIgnoreCase))
                yield return $"--{SettingValue.Show(section.Key)} is not a setting. Ours begin with Database:, Cluster:, Checks: or Email:, or are Urls.";
        for (var i = 0; i < arguments.Length; i++)
        {
            // "--Key value" is two arguments, "--Key=value" is one, a lone word is nothing.
            var isKey = arguments[i].StartsWith('-') || arguments[i].StartsWith('/');
            if (!isKey && !arguments[i].Contains('=', StringComparison.Ordinal))
                yield return $"'{SettingValue.Show(arguments[i])}' is not understood; expected --Section:Key=value.";
            else if (isKey && !arguments[i].Contains('=', StringComparison.Ordinal) && i + 1 == arguments.Length)
                yield return $"'{SettingValue.Show(arguments[i])}' has no value; expected --Section:Key=value.";
            else if (isKey && !arguments[i].Contains('=', StringComparison.Ordinal))
                i++;
        }
    }
}
