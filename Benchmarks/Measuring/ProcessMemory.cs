using System.Globalization;

namespace UptimeSquirrel.Benchmarks.Measuring;

/// <summary>The memory of a process that is really there, in bytes.</summary>
internal static class ProcessMemory
{
    public static long Resident(int process) => Read(process, "VmRSS:");

    /// <summary>The most it ever had.</summary>
    public static long Peak(int process) => Read(process, "VmHWM:");

    private static long Read(int process, string field)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(text => text.StartsWith(field, StringComparison.Ordinal));
        return long.Parse(line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }
}
