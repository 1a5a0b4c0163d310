using System.Diagnostics;
using UptimeSquirrel.Chaos.Parts;

namespace UptimeSquirrel.Chaos.Network;

/// <summary>
/// A network, a process and a mount namespace of our own, where the kernel allows it. However the run ends, all its processes,
/// addresses and cables end with it, and nothing of this machine's network is touched meanwhile.
/// </summary>
internal static class OwnNamespace
{
    private const string Mark = "UPTIMESQUIRREL_CHAOS_OWN_NAMESPACE";
    private static readonly string[] _unshare = ["unshare", "--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"];

    /// <summary>Whether this process runs in there.</summary>
    public static bool IsHere => Environment.GetEnvironmentVariable(Mark) == "yes";

    /// <summary>Tries whether there can be one; null = there can, else why not.</summary>
    public static async Task<string?> WhyNotAsync()
    {
        if (!OperatingSystem.IsLinux())
            return "network namespaces are a thing of Linux";
        if (!Environment.IsPrivilegedProcess)
            return "network namespaces want root";
        try
        {
            await Command.RunAsync([.. _unshare, "true"]);
            await Command.RunAsync("ip", "-V");
            return null;
        }
        catch (CommandFailedException e)
        {
            return e.Message;
        }
    }

    /// <summary>Runs this program again, in there, and returns what it ended with.</summary>
    public static async Task<int> RunAgainAsync(string[] arguments)
    {
        // Ctrl+C goes to both of us: the other one cleans up, and we wait for it.
        var start = new ProcessStartInfo(_unshare[0], [.. _unshare[1..], "--", Environment.ProcessPath!, .. Program(), .. arguments]);
        start.Environment[Mark] = "yes";
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    // Started as "dotnet Chaos.dll" the program is dotnet's first argument, else it is the program itself.
    private static string[] Program() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];
}
