using System.Globalization;

namespace UptimeSquirrel.Benchmarks.Measuring;

/// <summary>What processes have cost so far, as the system counts it.</summary>
internal static class ProcessorTime
{
    private const double TicksPerSecond = 100;      // what Linux shows to programs, whatever the kernel's own clock

    /// <summary>Of a process, its children, and those of its children that have ended.</summary>
    public static TimeSpan OfFamily(int process)
    {
        var sum = Of(process, lastField: 17);
        foreach (var child in ProcessFamily.Children(process))
            sum += Of(child, lastField: 15);
        return sum;
    }

    private static TimeSpan Of(int process, int lastField) => Fields(process) is { } fields ? Ticks(fields, lastField) : TimeSpan.Zero;

    // After the name, which may contain anything, in brackets: state is field 3, user and system time 14 and 15, those of ended children 16 and 17.
    private static string[]? Fields(int process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;      // it has just ended
        }
    }

    private static TimeSpan Ticks(string[] fields, int lastField)
    {
        var ticks = 0L;
        for (var field = 14; field <= lastField; field++)
            ticks += long.Parse(fields[field - 3], CultureInfo.InvariantCulture);
        return TimeSpan.FromSeconds(ticks / TicksPerSecond);
    }
}
