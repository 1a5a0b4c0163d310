using System.Diagnostics;
using System.Globalization;

namespace UptimeSquirrel.Benchmarks.Measuring;

/// <summary>This program, started once more with another command.</summary>
internal static class Ourselves
{
    public static Process Start(params object[] arguments) => Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Host(), .. arguments.Select(Text)])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;

    /// <summary>Ends one that serves until its standard input ends.</summary>
    public static void End(Process process)
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(TimeSpan.FromSeconds(5)))
            process.Kill();
        process.Dispose();
    }

    private static string Text(object argument) => Convert.ToString(argument, CultureInfo.InvariantCulture)!;

    // "dotnet run" starts the program itself, "dotnet Benchmarks.dll" the host.
    private static string[] Host() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(Ourselves).Assembly.Location] : [];
}
