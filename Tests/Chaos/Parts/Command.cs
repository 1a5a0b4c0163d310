using System.ComponentModel;
using System.Diagnostics;

namespace UptimeSquirrel.Chaos.Parts;

/// <summary>A program that does one thing and ends.</summary>
internal static class Command
{
    /// <summary>Runs it and returns what it printed. One that fails throws with what it complained about.</summary>
    public static Task<string> RunAsync(params string[] command) => RunAsync(code => code == 0, command);

    /// <summary>The same for one that says something good with other codes than 0, too.</summary>
    public static async Task<string> RunAsync(Func<int, bool> isGood, params string[] command)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return isGood(process.ExitCode) ? await output : throw new CommandFailedException(command, $"{(await errors).Trim()} {(await output).Trim()}".Trim());
        }
        catch (Win32Exception e)
        {
            throw new CommandFailedException(command, e.Message);
        }
    }
}
