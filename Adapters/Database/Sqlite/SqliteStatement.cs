using Microsoft.Data.Sqlite;

namespace UptimeSquirrel.Adapters.Database.Sqlite;

/// <summary>A statement that is prepared once and run with many values, which it takes in the order of their names.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly SqliteCommand _command;

    public SqliteStatement(SqliteConnection connection, SqliteTransaction transaction, string sql, params ReadOnlySpan<string> parameters)
    {
        _command = connection.CreateCommand();
        _command.Transaction = transaction;
        _command.CommandText = sql;
        foreach (var name in parameters)
            _command.Parameters.Add(new SqliteParameter { ParameterName = "@" + name });
    }

    /// <summary>Runs it and returns how many rows it changed.</summary>
    public int Run(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return _command.ExecuteNonQuery();
    }

    public void Dispose() => _command.Dispose();
}
