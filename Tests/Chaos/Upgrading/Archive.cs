using Npgsql;
using UptimeSquirrel.Chaos.Figures;

namespace UptimeSquirrel.Chaos.Upgrading;

/// <summary>What had been written down for good at a moment. Nobody may change it later.</summary>
internal sealed class Archive
{
    // Every table of things that are over, and when they were.
    private static readonly (string Table, string Condition)[] _tables =
        [("check_result", "at <= @until"), ("incident", "ended_at <= @until"), ("delivery", "at <= @until"), ("audit", "at <= @until")];

    private readonly DateTimeOffset _until;
    private readonly List<Shelf> _shelves = [];

    private Archive(DateTimeOffset until) => _until = until;

    /// <summary>Notes what there is, but for the last seconds: what is being written may not be there yet.</summary>
    public static async Task<Archive> TakeStockAsync(NpgsqlDataSource database, DateTimeOffset until)
    {
        var archive = new Archive(until);
        foreach (var (table, condition) in _tables)
        {
            await using var names = database.CreateCommand("select string_agg(column_name, ', ' order by ordinal_position) from information_schema.columns where table_name = @table and is_generated = 'NEVER'");
            names.Parameters.AddWithValue("table", table);
            if (await names.ExecuteScalarAsync() is string columns)
                archive._shelves.Add(await archive.ReadAsync(database, new Shelf(table, columns, condition, 0, "")));
        }

        return archive;
    }

    public async Task<Figure> CompareAsync(NpgsqlDataSource database)
    {
        var offenders = new List<string>();
        foreach (var shelf in _shelves)
            if (await ReadAsync(database, shelf) is var now && now != shelf)
                offenders.Add($"{shelf.Table} had {shelf.Rows} rows of before {_until:HH:mm:ss} and has {now.Rows}, or others");
        return new Figure("history of before, row by row", "the same", string.Join(", ", _shelves.Select(shelf => $"{shelf.Table} {shelf.Rows}")), offenders);
    }

    private async Task<Shelf> ReadAsync(NpgsqlDataSource database, Shelf shelf)
    {
        await using var command = database.CreateCommand(
            $"select count(*), coalesce(md5(string_agg(line, '' order by line)), '') from (select md5(row({shelf.Columns})::text) as line from {shelf.Table} where {shelf.Condition}) lines");
        command.Parameters.AddWithValue("until", _until);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return shelf with { Rows = reader.GetInt64(0), Sum = reader.GetString(1) };
    }

    private sealed record Shelf(string Table, string Columns, string Condition, long Rows, string Sum);
}
