using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;

namespace UptimeSquirrel.Adapters.Database.Backups;

/// <summary>Brings an installation back from a backup, be it into another kind of database than it came from.</summary>
public static class Restore
{
    /// <summary>Fills the database, all or nothing, and reads it back before that counts.</summary>
    /// <param name="database">What to fill; nobody may use it meanwhile. Its schema is made when there is none.</param>
    /// <param name="options">How it is used.</param>
    /// <param name="path">The backup.</param>
    /// <param name="replaces">Whether what is in the database is to be thrown away; else it has to be empty.</param>
    /// <param name="say">Is told how many rows of which table were brought back and found right.</param>
    /// <param name="cancellationToken">Gives up, and leaves the database as it was.</param>
    /// <exception cref="DatabaseUnusableException">The backup or the database cannot be used; the database is as it was.</exception>
    public static async Task RunAsync(UptimeDatabase database, DatabaseOptions options, string path, bool replaces, Action<string, long> say, CancellationToken cancellationToken)
    {
        // Looked at before anything is made: a mistyped name must not leave an empty database behind.
        if (!File.Exists(path))
            throw new DatabaseUnusableException($"'{path}' does not exist: expected a file that 'backup' made.");
        using var startup = new DatabaseStartup(database, options, TimeProvider.System, NullLogger<DatabaseStartup>.Instance);
        try
        {
            await using var file = File.OpenRead(path);
            await using var archive = await ZipArchive.CreateAsync(file, ZipArchiveMode.Read, leaveOpen: false, entryNameEncoding: null, cancellationToken);
            var manifest = ReadManifest(archive, path);
            await startup.PrepareAsync(cancellationToken);
            await BackupStores.RefuseRunningSilosAsync(database, cancellationToken);
            await using var store = await BackupStores.OpenForWritingAsync(database, cancellationToken);
            await MakeRoomAsync(store, database, replaces, cancellationToken);
            foreach (var table in manifest.Tables)
            {
                var known = Known(table);
                await store.MakeDaysAsync(table.Days, cancellationToken);
                await store.WriteAsync(known, ReadAsync(archive, known, path, cancellationToken), cancellationToken);
                await VerifyAsync(store, known, table, path, cancellationToken);
                say(table.Name, table.Rows);
            }
            await store.CommitAsync(cancellationToken);
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or FormatException or OverflowException or InvalidOperationException)
        {
            throw new DatabaseUnusableException($"'{path}' cannot be restored: {e.Message.TrimEnd('.')}. The database is as it was. Expected a whole file that 'backup' made.", e);
        }
        catch (IOException e)
        {
            throw new DatabaseUnusableException($"'{path}' cannot be read: {e.Message.TrimEnd('.')}. The database is as it was.", e);
        }
    }

    private static BackupManifest ReadManifest(ZipArchive archive, string path)
    {
        using var entry = archive.GetEntry(Backup.ManifestName)?.Open() ?? throw new InvalidDataException($"it holds no {Backup.ManifestName}");
        var manifest = BackupManifest.Read(entry);
        if (manifest.Version > BackupManifest.LatestVersion || manifest.Tables.Any(table => !IsKnown(table)))
            throw new DatabaseUnusableException($"'{path}' was made by UptimeSquirrel {manifest.MadeBy}, and holds what this version does not know: restore it with that version or a later one.");
        return manifest;
    }

    private static bool IsKnown(BackedUpTable table) =>
        BackupTable.All.FirstOrDefault(known => known.Name == table.Name) is { } known && table.Columns.All(name => known.Columns.Any(column => column.Name == name));

    // The table with the columns that the backup has: an older one may have fewer, and what is new has its default.
    private static BackupTable Known(BackedUpTable table)
    {
        var known = BackupTable.All.Single(known => known.Name == table.Name);
        return known with { Columns = [.. table.Columns.Select(name => known.Columns.Single(column => column.Name == name))] };
    }

    private static async Task MakeRoomAsync(IBackupStore store, UptimeDatabase database, bool replaces, CancellationToken cancellationToken)
    {
        foreach (var table in BackupTable.All)
            if (replaces)
                await store.ClearAsync(table, cancellationToken);
            else if (!await store.IsEmptyAsync(table, cancellationToken))
                throw new DatabaseUnusableException($"The database {database.Name} is not empty: there are rows in '{table.Name}'. Restore into a new database, or say --replace to throw away all that is in this one.");
    }

    private static async IAsyncEnumerable<object?[]> ReadAsync(ZipArchive archive, BackupTable table, string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var entry = archive.GetEntry(Backup.EntryOf(table.Name)) ?? throw new InvalidDataException($"'{path}' holds no rows of '{table.Name}'");
        using var reader = new StreamReader(await entry.OpenAsync(cancellationToken));
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
            yield return RowText.Read(line, table.Columns);
    }

    private static async Task VerifyAsync(IBackupStore store, BackupTable table, BackedUpTable expected, string path, CancellationToken cancellationToken)
    {
        using var text = new RowText();
        var sum = new TableSum();
        await foreach (var row in store.ReadAsync(table, cancellationToken))
            sum.Add(text.Write(row).Span);
        if (sum.Rows != expected.Rows || sum.Checksum != expected.Checksum)
            throw new DatabaseUnusableException(
                $"'{table.Name}' did not come out of '{path}' as it went in: {sum.Rows} rows with checksum {sum.Checksum}, expected {expected.Rows} with {expected.Checksum}. The file was changed, or is damaged. The database is as it was.");
    }
}
