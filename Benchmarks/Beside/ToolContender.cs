using System.Diagnostics;
using UptimeSquirrel.Benchmarks.Targets;

namespace UptimeSquirrel.Benchmarks.Beside;

/// <summary>Somebody else's programs, in a folder of their own below that for temporary files.</summary>
/// <param name="name">What it is called in the table.</param>
/// <param name="user">Whose rights they have when we are root; null = ours.</param>
internal abstract class ToolContender(string name, string? user) : IContender
{
    private const int LinesOfLastWords = 10;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("uptimesquirrel-beside-");
    private readonly List<ToolProcess> _tools = [];

    public string Name => name;

    public abstract string? MissingPackages { get; }

    public virtual IReadOnlyList<int> Processes => [.. _tools.Select(tool => tool.Id)];

    public string LastWords => File.Exists(Log) ? string.Join('\n', File.ReadLines(Log).TakeLast(LinesOfLastWords)) : "";

    protected string Folder => _folder.FullName;

    private string Log => Path.Combine(Folder, "said.log");

    public abstract Task StartAsync(BesidePlan plan, TargetProcess targets, CancellationToken cancellationToken);

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var tool in Enumerable.Reverse(_tools))
            await tool.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    protected void Start(params string[] command)
    {
        if (user is not null && Environment.IsPrivilegedProcess)
            Run("chown", "-R", user, Folder);
        _tools.Add(ToolProcess.Start(user, Folder, Log, command));
    }

    /// <summary>Makes a file in the folder.</summary>
    /// <returns>Its path.</returns>
    protected string Write(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        File.WriteAllText(path, text);
        return path;
    }

    protected static bool Succeeds(params string[] command)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;      // there is no such program
        }
    }

    private static void Run(params string[] command)
    {
        if (!Succeeds(command))
            throw new InvalidOperationException($"'{string.Join(' ', command)}' failed: is the user there that the package makes?");
    }
}
