using System.Globalization;

namespace UptimeSquirrel.Benchmarks.Measuring;

/// <summary>A process and those that it started.</summary>
internal static class ProcessFamily
{
    // Each thread of it may have started some.
    public static IEnumerable<int> Children(int process) => Threads(process).SelectMany(thread => Numbers(Path.Combine(thread, "children")));

    /// <summary>The memory that they hold, in bytes; what several share is counted once.</summary>
    public static long Memory(int process) => Children(process).Append(process).Sum(MemoryOf);

    // The proportional set size, as the kernel adds it up: a page that four processes share is a quarter of a page for each.
    private static long MemoryOf(int process)
    {
        var line = Lines($"/proc/{process}/smaps_rollup").FirstOrDefault(line => line.StartsWith("Pss:", StringComparison.Ordinal));
        return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }

    private static string[] Threads(int process)
    {
        try
        {
            return Directory.GetDirectories($"/proc/{process}/task");
        }
        catch (DirectoryNotFoundException)
        {
            return [];      // it has just ended
        }
    }

    private static IEnumerable<int> Numbers(string path) =>
        Lines(path).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(id => int.Parse(id, CultureInfo.InvariantCulture));

    private static string[] Lines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];      // it has just ended
        }
    }
}
