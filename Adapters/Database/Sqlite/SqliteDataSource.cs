using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace UptimeSquirrel.Adapters.Database.Sqlite;

/// <summary>Opens connections to the file that wait for each other and keep what they commit.</summary>
internal sealed class SqliteDataSource : DbDataSource
{
    private readonly string _preparation;

    public SqliteDataSource(SqliteConnectionStringBuilder settings, DatabaseUse use)
    {
        ConnectionString = new SqliteConnectionStringBuilder(settings.ConnectionString) { Pooling = true, DefaultTimeout = 30 }.ConnectionString;

        // Microsoft.Data.Sqlite would retry a busy file every 150 ms; SQLite itself asks again after 1, 2, 5 ... ms.
        // An accepted alert must survive the loss of power: FULL syncs every commit. The journal promises less and is written
        // much more often: with NORMAL the file cannot be damaged either, only its last seconds can be missing.
        var synchronous = use == DatabaseUse.Journal ? "normal" : "full";
        _preparation = $"pragma busy_timeout = 10000; pragma synchronous = {synchronous};";
    }

    public override string ConnectionString { get; }

    protected override DbConnection CreateDbConnection()
    {
        var connection = new SqliteConnection(ConnectionString);
        connection.StateChange += (sender, change) =>
        {
            if (change.CurrentState == System.Data.ConnectionState.Open)
                Prepare((SqliteConnection)sender!);
        };
        return connection;
    }

    // One pool serves all uses of the same file, so every opening says again what it wants.
    private void Prepare(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = _preparation;
        command.ExecuteNonQuery();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            ForgetConnections();
        base.Dispose(disposing);
    }

    protected override ValueTask DisposeAsyncCore()
    {
        ForgetConnections();
        return base.DisposeAsyncCore();
    }

    private void ForgetConnections()
    {
        using var anyOfThem = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(anyOfThem);
    }
}
