using Microsoft.Data.Sqlite;

namespace UptimeSquirrel.Adapters.Database.Sqlite;

/// <summary>A connection that has its turn to write for as long as it is open. One that is opened without waiting has none: then SQLite itself waits.</summary>
internal sealed class SqliteWriter(string connectionString, SqliteTurn turn) : SqliteConnection(connectionString)
{
    private bool _hasTurn;

    public override async Task OpenAsync(CancellationToken cancellationToken)
    {
        await turn.TakeAsync(cancellationToken);
        _hasTurn = true;
        try
        {
            Open();
        }
        catch
        {
            GiveBack();
            throw;
        }
    }

    public override void Close()
    {
        try
        {
            base.Close();
        }
        finally
        {
            GiveBack();
        }
    }

    private void GiveBack()
    {
        if (!_hasTurn)
            return;
        _hasTurn = false;
        turn.GiveBack();
    }
}
