using System.Buffers.Binary;

namespace UptimeSquirrel.Adapters.Database.Journal;

/// <summary>A queue of rows in a file: length, row, length, row. Locked for this process; what a crash leaves behind is found again.</summary>
internal sealed class SpillFile : IDisposable
{
    private const int MaximumRow = 1 << 20;

    private readonly FileStream _file;
    private long _readAt;

    private SpillFile(FileStream file) => _file = file;

    /// <summary>Rows ever put in and taken out since this process opened the file.</summary>
    public long Appended { get; private set; }

    public long Taken { get; private set; }

    public bool HasRows => Taken < Appended;

    /// <summary>Whether nothing is in it, not even rows that were read but perhaps not stored.</summary>
    public bool IsEmpty => _file.Length == 0;

    /// <summary>Opens this file, or returns null when another process has it.</summary>
    public static SpillFile? TryOpen(string path)
    {
        FileStream stream;
        try
        {
            stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }

        var file = new SpillFile(stream);
        file.CountRows();
        return file;
    }

    public void Append(in JournalEntry entry)
    {
        var row = SpillRow.Write(entry);
        if (row.Length > MaximumRow)
            throw new InvalidDataException($"It has {row.Length} bytes: expected no more than {MaximumRow}.");
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, row.Length);
        _file.Seek(0, SeekOrigin.End);
        _file.Write(length);
        _file.Write(row);
        Appended++;
    }

    /// <summary>Makes what was appended outlive the process.</summary>
    public void Flush() => _file.Flush();

    /// <summary>Reads the oldest rows. Once read they are in the caller's hands; the file keeps them until it is empty.</summary>
    public int Read(Span<JournalEntry> rows, Action<string> tellUnreadable)
    {
        var count = 0;
        _file.Position = _readAt;
        while (count < rows.Length && Taken < Appended)
        {
            var row = ReadRow()!;
            Taken++;
            try
            {
                rows[count] = SpillRow.Read(row);
                count++;
            }
            catch (Exception e)
            {
                // A type of a row may throw what it likes at values that nobody wrote; the rows behind it are good all the same.
                tellUnreadable(e.Message);
            }
        }

        _readAt = _file.Position;
        return count;
    }

    /// <summary>Empties the file once everything read from it is stored.</summary>
    public void ForgetStored()
    {
        if (HasRows || IsEmpty)
            return;
        _file.SetLength(0);
        _file.Flush();
        _readAt = 0;
    }

    public void Dispose() => _file.Dispose();

    public void Delete()
    {
        _file.Dispose();
        File.Delete(_file.Name);
    }

    // A process that died while writing leaves half a row at the end: it was never promised to anybody.
    private void CountRows()
    {
        _file.Position = 0;
        while (ReadRow() is not null)
        {
            Appended++;
            _readAt = _file.Position;
        }

        _file.SetLength(_readAt);
        _readAt = 0;
    }

    private byte[]? ReadRow()
    {
        Span<byte> length = stackalloc byte[4];
        if (_file.ReadAtLeast(length, 4, throwOnEndOfStream: false) < 4)
            return null;
        var size = BinaryPrimitives.ReadInt32LittleEndian(length);
        if (size is <= 0 or > MaximumRow)
            return null;
        var row = new byte[size];
        return _file.ReadAtLeast(row, size, throwOnEndOfStream: false) == size ? row : null;
    }
}
