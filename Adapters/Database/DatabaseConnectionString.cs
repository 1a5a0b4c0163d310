using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace UptimeSquirrel.Adapters.Database;

/// <summary>Reads a connection string: which database it means, and what is wrong with it.</summary>
internal static class DatabaseConnectionString
{
    public static DatabaseKind KindOf(string connectionString)
    {
        var keys = ReadKeys(connectionString);
        return keys.ContainsKey("Host") || keys.ContainsKey("Server") ? DatabaseKind.Postgres : DatabaseKind.Sqlite;
    }

    /// <summary>Whether the person who wrote the connection string set this themselves, in either spelling: <c>Max Auto Prepare</c>, <c>MaxAutoPrepare</c>.</summary>
    public static bool Sets(string connectionString, string key) => ReadKeys(connectionString).Keys.Cast<string>().Any(
        set => string.Equals(WithoutSpaces(set), WithoutSpaces(key), StringComparison.OrdinalIgnoreCase));

    public static NpgsqlConnectionStringBuilder ReadPostgres(string connectionString)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException or InvalidCastException)
        {
            throw Unreadable("PostgreSQL", "Host=db;Database=uptime;Username=uptime;Password=…", e);
        }
    }

    public static SqliteConnectionStringBuilder ReadSqlite(string connectionString)
    {
        try
        {
            var settings = new SqliteConnectionStringBuilder(connectionString);
            if (settings.DataSource.Length > 0 && settings.DataSource != ":memory:" && settings.Mode != SqliteOpenMode.Memory)
                return settings;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException or InvalidCastException)
        {
            throw Unreadable("SQLite", "Data Source=data/uptime.db", e);
        }

        throw new DatabaseUnusableException("The connection string names no database: expected a file, such as 'Data Source=data/uptime.db', " +
                                            "or a PostgreSQL server, such as 'Host=db;Database=uptime;Username=uptime;Password=…'.");
    }

    private static string WithoutSpaces(string key) => key.Replace(" ", "", StringComparison.Ordinal);

    private static DbConnectionStringBuilder ReadKeys(string connectionString)
    {
        try
        {
            return new DbConnectionStringBuilder { ConnectionString = connectionString };
        }
        catch (ArgumentException)
        {
            // The reader's own message repeats part of the text, and that may be the password.
            throw new DatabaseUnusableException("The connection string is not one: expected pairs such as 'Data Source=data/uptime.db' or " +
                                                "'Host=db;Database=uptime;Username=uptime;Password=…'; a value that holds ';' or '=' belongs in quotes.");
        }
    }

    private static DatabaseUnusableException Unreadable(string kind, string example, Exception reason)
    {
        var key = reason is ArgumentException { ParamName: { } name } ? $" (see '{name}')" : "";
        return new DatabaseUnusableException($"The {kind} connection string has a setting that {kind} does not know, or a value that does not fit{key}: " +
                                             $"expected something like '{example}'.");
    }
}
