using Npgsql;
using NpgsqlTypes;

namespace UptimeSquirrel.Adapters.Database.Postgres;

/// <summary>Makes a parameter of many values.</summary>
internal static class Columns
{
    public static NpgsqlParameter Of<T>(string name, NpgsqlDbType type, List<T> values) =>
        new NpgsqlParameter<List<T>>(name, NpgsqlDbType.Array | type) { TypedValue = values };

    public static NpgsqlParameter Of<TRow, T>(string name, NpgsqlDbType type, IReadOnlyCollection<TRow> rows, Func<TRow, T> value) =>
        Of(name, type, rows.Select(value).ToList());
}
