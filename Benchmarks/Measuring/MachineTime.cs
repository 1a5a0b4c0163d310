using System.Globalization;

namespace UptimeSquirrel.Benchmarks.Measuring;

/// <summary>How long all processors of this machine together have worked, for whomever.</summary>
internal static class MachineTime
{
    private const double TicksPerSecond = 100;
    private static readonly int[] _working = [1, 2, 3, 6, 7];      // for programs, for those that give way, for the system, for interrupts of two kinds; not idle

    public static TimeSpan Busy()
    {
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return TimeSpan.FromSeconds(_working.Sum(field => long.Parse(fields[field], CultureInfo.InvariantCulture)) / TicksPerSecond);
    }
}
