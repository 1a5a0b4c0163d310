using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace UptimeSquirrel.Tests.Adapters.Database;

/// <summary>Runs a text of orleansquery as Orleans' ADO.NET providers do: typed parameters, no transaction, all rows of all results.</summary>
internal sealed class OrleansSql(TestDatabase house)
{
    public async Task<IReadOnlyList<object?[]>> RunAsync(string key, params (string Name, DbType Type, object? Value)[] parameters)
    {
        var text = (await house.QueryAsync<string>("select querytext from orleansquery where querykey = @key", new { key })).Single();
        await using var connection = await house.ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, type, value) in parameters)
            command.Parameters.Add(Parameter(command, name, type, value));
        var rows = new List<object?[]>();
        await using var reader = await command.ExecuteReaderAsync();
        do
        {
            while (await reader.ReadAsync())
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
        }
        while (await reader.NextResultAsync());
        return rows;
    }

    private static DbParameter Parameter(DbCommand command, string name, DbType type, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = parameter is SqliteParameter ? "@" + name : name;
        parameter.DbType = type;
        parameter.Value = value ?? DBNull.Value;
        return parameter;
    }
}
