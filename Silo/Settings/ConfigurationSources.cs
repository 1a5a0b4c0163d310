namespace UptimeSquirrel.Silo.Settings;

/// <summary>Where settings come from: the file shipped with the program, one in the folder it was started in, environment, command line. Later wins.</summary>
internal static class ConfigurationSources
{
    private const string FileName = "appsettings.json";

    /// <summary>The sections that are ours.</summary>
    public static IReadOnlyList<string> Sections { get; } = ["Database", "Cluster", "Checks", "Alerts", "Email", "Channels", "Heartbeats", "Web", "OpenId", "Sites", "Telemetry"];

    /// <summary>Reads all of them; the problems are what cannot be read, or would silently be ignored, one sentence each.</summary>
    public static (IConfiguration Configuration, IReadOnlyList<string> Problems) Read(string[] arguments) =>
        Read(arguments, AppContext.BaseDirectory, Environment.CurrentDirectory);

    /// <summary>Reads the files of these folders, the environment and the command line.</summary>
    public static (IConfiguration Configuration, IReadOnlyList<string> Problems) Read(string[] arguments, params string[] folders)
    {
        var builder = new ConfigurationBuilder();
        var problems = new List<string>();
        foreach (var path in folders.Select(folder => Path.GetFullPath(FileName, folder)).Distinct())
        {
            var (content, problem) = SettingsFile.Read(path);
            builder.AddConfiguration(content);
            problems.AddRange(problem is null ? [] : [problem]);
        }

        var commandLine = CommandLineSettings.Read(arguments);
        problems.AddRange(commandLine.Problems);
        builder.AddEnvironmentVariables().AddInMemoryCollection(commandLine.Values);
        return (builder.Build(), problems);
    }
}
