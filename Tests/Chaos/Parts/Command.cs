using System.ComponentModel;
using System.Diagnostics;

namespace UptimeSquirrel.Chaos.Parts;

/// <summary>A program that does one thing and ends.</summary>
internal static class Command
{
    /// <summary>Runs it and returns what it printed. One that fails throws with what it complained about.</summary>
    public static async Task<string> RunAsync(params string[] command)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0 ? await output : throw new CommandFailedException(command, $"{(await errors).Trim()} {(await output).Trim()}".Trim());
        }
        catch (Win32Exception e)
        {
            throw new CommandFailedException(command, e.Message);
        }
    }
}
