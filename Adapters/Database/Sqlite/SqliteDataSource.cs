using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace UptimeSquirrel.Adapters.Database.Sqlite;

/// <summary>Opens connections to the file that wait for each other and keep what they commit.</summary>
internal sealed class SqliteDataSource : DbDataSource
{
    /// <summary>How long whoever wants to write waits for others, before the file is said to be busy.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly string _preparation;
    private readonly SqliteTurn? _turn;

    /// <param name="settings">Which file.</param>
    /// <param name="use">What the connections are for.</param>
    /// <param name="turn">Whose turn it is to write; null = whoever opens a connection does not wait for one.</param>
    public SqliteDataSource(SqliteConnectionStringBuilder settings, DatabaseUse use, SqliteTurn? turn = null)
    {
        _turn = turn;
        ConnectionString = new SqliteConnectionStringBuilder(settings.ConnectionString) { Pooling = true, DefaultTimeout = 30 }.ConnectionString;

        // Microsoft.Data.Sqlite would retry a busy file every 150 ms; SQLite itself asks again after 1, 2, 5 ... ms.
        // An accepted alert must survive the loss of power: FULL syncs every commit. The journal promises less and is written
        // much more often: with NORMAL the file cannot be damaged either, only its last seconds can be missing.
        var synchronous = use == DatabaseUse.Journal ? "normal" : "full";
        _preparation = $"pragma busy_timeout = {LongestWait.TotalMilliseconds:0}; pragma synchronous = {synchronous};";
    }

    public override string ConnectionString { get; }

    protected override DbConnection CreateDbConnection()
    {
        var connection = _turn is null ? new SqliteConnection(ConnectionString) : new SqliteWriter(ConnectionString, _turn);
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
