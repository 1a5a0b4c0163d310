namespace UptimeSquirrel.Adapters.Database.Sqlite;

/// <summary>Keeps a second silo away from a SQLite file: two would check every website twice and know nothing of each other.</summary>
internal sealed class SqliteFileLock : IDisposable
{
    private readonly FileStream _file;

    private SqliteFileLock(FileStream file) => _file = file;

    /// <summary>Creates the folder and takes the lock, which the system gives back when this process ends, however it ends.</summary>
    /// <exception cref="DatabaseUnusableException">Another silo has it, or nothing can be written there.</exception>
    public static SqliteFileLock Take(string databaseFile)
    {
        var lockFile = databaseFile + ".lock";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(databaseFile)!);
            return new SqliteFileLock(new FileStream(lockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException e)
        {
            throw CannotWrite(databaseFile, e);
        }
        catch (IOException e) when (e is DirectoryNotFoundException || !File.Exists(lockFile))
        {
            throw CannotWrite(databaseFile, e);
        }
        catch (IOException e)
        {
            throw new DatabaseUnusableException(
                $"The database file '{databaseFile}' is in use by another silo, which holds '{lockFile}': a SQLite file serves one silo. " +
                "Stop the other one, give this one a file of its own, or use PostgreSQL (Host=…) for more than one silo.", e);
        }
    }

    public void Dispose() => _file.Dispose();

    private static DatabaseUnusableException CannotWrite(string databaseFile, Exception reason) =>
        new($"The database file '{databaseFile}' cannot be created or written: {reason.Message.TrimEnd('.')}. " +
            "Give the connection string a 'Data Source' in a folder that this user may write to.", reason);
}
