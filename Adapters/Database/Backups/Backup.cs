using System.IO.Compression;
using UptimeSquirrel.Adapters.Database.Journal;

namespace UptimeSquirrel.Adapters.Database.Backups;

/// <summary>Copies a whole installation into one file, while it goes on.</summary>
/// <remarks>The file is a ZIP archive with a file of JSON lines for each table and, at its end, what it says about itself.</remarks>
public static class Backup
{
    internal const string ManifestName = "manifest.json";
    private const string Unfinished = ".part";
    private const byte EndOfLine = (byte)'\n';

    /// <summary>Makes the file. It is there when all of it is.</summary>
    /// <param name="database">What to copy.</param>
    /// <param name="path">Where to; nothing may be there yet.</param>
    /// <param name="version">The version of the program.</param>
    /// <param name="clock">Says when that was.</param>
    /// <param name="say">Is told how many rows of which table were copied.</param>
    /// <param name="cancellationToken">Gives up, and leaves no file.</param>
    /// <exception cref="DatabaseUnusableException">The database, or the file, cannot be used.</exception>
    public static async Task MakeAsync(UptimeDatabase database, string path, string version, TimeProvider clock, Action<string, long> say, CancellationToken cancellationToken)
    {
        if (File.Exists(path))
            throw new DatabaseUnusableException($"'{path}' exists already: expected a name for a new file.");
        var unfinished = path + Unfinished;
        var file = Create(path, unfinished);
        try
        {
            await using (file)
            {
                await WriteAsync(database, file, version, clock, say, cancellationToken);
                file.Flush(flushToDisk: true);
            }
            File.Move(unfinished, path);
        }
        catch (Exception e)
        {
            File.Delete(unfinished);
            if (e is IOException or UnauthorizedAccessException)
                throw CannotWrite(path, e);
            throw;
        }
    }

    // It holds the keys to all secrets, so it is for nobody else to read.
    private static FileStream Create(string path, string unfinished)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            return new FileStream(unfinished, options);
        }
        catch (IOException) when (File.Exists(unfinished))
        {
            throw new DatabaseUnusableException($"'{unfinished}' exists: another backup is being written there, or one was killed. Wait for it, or delete that file.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(path, e);
        }
    }

    private static DatabaseUnusableException CannotWrite(string path, Exception reason) =>
        new($"The backup '{path}' cannot be written: {reason.Message.TrimEnd('.')}. Nothing of it was kept.", reason);

    private static async Task WriteAsync(UptimeDatabase database, Stream file, string version, TimeProvider clock, Action<string, long> say, CancellationToken cancellationToken)
    {
        var madeAt = clock.GetUtcNow();
        await using var store = await BackupStores.OpenForReadingAsync(database, cancellationToken);
        await using var archive = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        var tables = new List<BackedUpTable>();
        foreach (var table in BackupTable.All)
        {
            tables.Add(await WriteAsync(store, table, archive, cancellationToken));
            say(table.Name, tables[^1].Rows);
        }

        await using var entry = await archive.CreateEntry(ManifestName).OpenAsync(cancellationToken);
        await entry.WriteAsync(new BackupManifest(BackupManifest.FormatName, BackupManifest.LatestVersion, version, madeAt, database.Kind.ToString(), tables).ToJson(), cancellationToken);
    }

    private static async Task<BackedUpTable> WriteAsync(IBackupStore store, BackupTable table, ZipArchive archive, CancellationToken cancellationToken)
    {
        using var text = new RowText();
        var (sum, days) = (new TableSum(), new SortedSet<DateOnly>());
        var dayColumn = table.DayColumn is null ? -1 : table.Columns.ToList().FindIndex(column => column.Name == table.DayColumn);
        await using var entry = await archive.CreateEntry(EntryOf(table.Name), CompressionLevel.Optimal).OpenAsync(cancellationToken);
        await using var buffered = new BufferedStream(entry, 1 << 16);
        await foreach (var row in store.ReadAsync(table, cancellationToken))
        {
            var line = text.Write(row);
            sum.Add(line.Span);
            buffered.Write(line.Span);
            buffered.WriteByte(EndOfLine);
            if (dayColumn >= 0)
                days.Add(DateOnly.FromDateTime(StoredNumbers.FromUnixMicroseconds((long)row[dayColumn]!).UtcDateTime));
        }
        return new BackedUpTable(table.Name, [.. table.Columns.Select(column => column.Name)], sum.Rows, sum.Checksum, [.. days]);
    }

    internal static string EntryOf(string table) => $"{table}.jsonl";
}
