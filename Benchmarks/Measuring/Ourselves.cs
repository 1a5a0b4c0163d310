using System.Diagnostics;

namespace UptimeSquirrel.Benchmarks.Measuring;

/// <summary>This program, started once more with another command.</summary>
internal static class Ourselves
{
    public static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Host(), .. arguments])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;

    // "dotnet run" starts the program itself, "dotnet Benchmarks.dll" the host.
    private static string[] Host() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(Ourselves).Assembly.Location] : [];
}
