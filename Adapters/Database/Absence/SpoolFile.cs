using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging;
using UptimeSquirrel.Grains.Absence;

namespace UptimeSquirrel.Adapters.Database.Absence;

/// <summary>The spool of this process beside the journal's spill files: one entry a line, locked while the process lives.</summary>
internal sealed partial class SpoolFile(DatabaseOptions options, ILogger<SpoolFile> logger) : ISpoolFile, IDisposable
{
    private static readonly JsonSerializerOptions _json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private FileStream? _file;

    public IReadOnlyList<SpoolEntry> Open()
    {
        var entries = new List<SpoolEntry>();
        if (!Directory.Exists(options.SpillFolder))
            return entries;
        foreach (var path in Directory.EnumerateFiles(options.SpillFolder, "alerts-*.spool").Order(StringComparer.Ordinal))
        {
            if (TryOpen(path) is not { } left)
                continue;
            var found = Read(left);
            entries.AddRange(found);
            if (_file is null)
                _file = left;
            else
                Move(found, left);
        }

        return entries;
    }

    public void Append(SpoolEntry entry)
    {
        _file ??= OpenFree();
        var end = _file.Length;
        try
        {
            Write(_file, entry);
            _file.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            // Half a line must not spoil the next one.
            _file.SetLength(end);
            throw;
        }
    }

    public void Clear()
    {
        if (_file is not { Length: > 0 })
            return;
        _file.SetLength(0);
        _file.Flush(flushToDisk: true);
    }

    public void Dispose()
    {
        if (_file is { Length: 0 } empty)
            File.Delete(empty.Name);
        _file?.Dispose();
        _file = null;
    }

    private static FileStream? TryOpen(string path)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;      // it names people
            return new FileStream(path, options);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;      // another silo of this machine has it
        }
    }

    private FileStream OpenFree()
    {
        Directory.CreateDirectory(options.SpillFolder);
        for (var number = 1; ; number++)
            if (TryOpen(Path.Combine(options.SpillFolder, $"alerts-{number}.spool")) is { } file)
                return file;
    }

    private static void Write(FileStream file, SpoolEntry entry)
    {
        file.Seek(0, SeekOrigin.End);
        file.Write([.. JsonSerializer.SerializeToUtf8Bytes(entry, _json), (byte)'\n']);
    }

    private List<SpoolEntry> Read(FileStream file)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var entries = new List<SpoolEntry>();
        var from = 0;
        while (Array.IndexOf(bytes, (byte)'\n', from) is var end and >= 0)
        {
            try
            {
                entries.Add(JsonSerializer.Deserialize<SpoolEntry>(bytes.AsSpan(from, end - from), _json)!);
            }
            catch (Exception e) when (e is JsonException or FormatException or ArgumentException)
            {
                LogUnreadable(e, file.Name);
            }

            from = end + 1;
        }

        // Half a line at the end was never promised to anybody.
        file.SetLength(from);
        return entries;
    }

    private void Move(List<SpoolEntry> entries, FileStream from)
    {
        foreach (var entry in entries)
            Write(_file!, entry);
        _file!.Flush(flushToDisk: true);
        File.Delete(from.Name);
        from.Dispose();
    }

    [LoggerMessage(4114, LogLevel.Error, "A line of {File} is unreadable: an alert may be lost")]
    private partial void LogUnreadable(Exception exception, string file);
}
