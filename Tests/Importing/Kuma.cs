using Microsoft.Data.Sqlite;
using UptimeSquirrel.Tests.Support;

namespace UptimeSquirrel.Tests.Importing;

/// <summary>A kuma.db as tests need one.</summary>
internal static class Kuma
{
    /// <summary>The bytes of a database that these statements make.</summary>
    public static byte[] Database(string sql)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("kuma.db");
        using (var database = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            database.Open();
            using var command = database.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
        return File.ReadAllBytes(path);
    }
}
