namespace UptimeSquirrel.Tests.Support.Processes;

/// <summary>Where the programs are that were built together with the tests.</summary>
internal static class Built
{
    private static readonly string _configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;

    public static string Silo => Program("Silo", "UptimeSquirrel.Silo.dll");

    /// <summary>What kills a silo from inside, see <c>Tests/Faults</c>.</summary>
    public static string Faults => Program("Faults", "UptimeSquirrel.Faults.dll");

    public static string Client => Program("Client", "squirrel.dll");

    private static string Program(string project, string file) =>
        Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", project, _configuration, file));
}
