using System.Runtime.InteropServices;

namespace UptimeSquirrel.Benchmarks.Targets;

/// <summary>Which website was looked at when: a file that the servers write and the benchmark reads.</summary>
internal sealed class LookLog(string path)
{
    private readonly Lock _lock = new();
    private readonly Entry[] _entries = new Entry[4096];
    private int _count;

    public void Note(int website)
    {
        lock (_lock)
        {
            if (_count == _entries.Length)
                Write();
            _entries[_count++] = new Entry(website, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        }
    }

    public void Flush()
    {
        lock (_lock)
            Write();
    }

    /// <summary>All entries so far, the oldest first. Those of the last half second may be missing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="from">How many of the oldest are left out.</param>
    public static Entry[] Read(string path, long from)
    {
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite);
        var entries = new Entry[file.Length / Marshal.SizeOf<Entry>() - from];
        file.Position = from * Marshal.SizeOf<Entry>();
        file.ReadExactly(MemoryMarshal.AsBytes(entries.AsSpan()));
        return entries;
    }

    private void Write()
    {
        if (_count == 0)
            return;
        using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        file.Write(MemoryMarshal.AsBytes(_entries.AsSpan(0, _count)));
        _count = 0;
    }

    /// <summary>One look.</summary>
    /// <param name="Website">The number of the website.</param>
    /// <param name="At">Milliseconds since 1970, UTC.</param>
    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    internal readonly record struct Entry(int Website, long At);
}
