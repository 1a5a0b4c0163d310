using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace UptimeSquirrel.Importing.UptimeKuma;

/// <summary>A database may hold what is computed while it is read. Whoever sends one decides what that is, but not how much of a silo it gets.</summary>
internal static class KumaGuard
{
    private const int LongestValue = 1 << 17;
    private const int StepsBetweenLooks = 20;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>Bounds what reading a database takes: 128 kB for a value, and 10 seconds in all.</summary>
    public static void Put(SqliteConnection database)
    {
        var start = TimeProvider.System.GetTimestamp();
        raw.sqlite3_limit(database.Handle, raw.SQLITE_LIMIT_ATTACHED, 0);
        raw.sqlite3_limit(database.Handle, raw.SQLITE_LIMIT_LENGTH, LongestValue);
        raw.sqlite3_progress_handler(database.Handle, StepsBetweenLooks, _ => TimeProvider.System.GetElapsedTime(start) > Longest ? 1 : 0, null);
        using var command = database.CreateCommand();
        command.CommandText = "PRAGMA trusted_schema = OFF";
        command.ExecuteNonQuery();
    }
}
