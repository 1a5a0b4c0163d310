using System.Net;

namespace UptimeSquirrel.Probing;

/// <summary>The machine's list of names that it need not ask anybody about.</summary>
internal sealed class HostsFile
{
    private static readonly TimeSpan LookedAtEvery = TimeSpan.FromSeconds(30);

    private readonly string _path;
    private readonly Remembered<HostsTable> _table;

    public HostsFile(string path, TimeProvider time)
    {
        _path = path;
        _table = new Remembered<HostsTable>(time, LookedAtEvery, Read);
    }

    public static string PathOnThisMachine { get; } =
        OperatingSystem.IsWindows() ? Path.Combine(Environment.SystemDirectory, "drivers", "etc", "hosts") : "/etc/hosts";

    /// <summary>The addresses of a name, or null if the file does not know it.</summary>
    public IReadOnlyList<IPAddress>? Find(string name) => _table.Current.Names.GetValueOrDefault(name);

    private HostsTable Read(HostsTable? before)
    {
        try
        {
            // The time stamp of a file that is not there is a time stamp too.
            var stamp = File.GetLastWriteTimeUtc(_path);
            if (stamp == before?.Stamp)
                return before;
            return File.Exists(_path) ? HostsTable.Parse(File.ReadLines(_path), stamp) : HostsTable.Parse([], stamp);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody is writing it just now, or we may not read it. A name server may still know the name.
            return before ?? HostsTable.Parse([], default);
        }
    }
}
