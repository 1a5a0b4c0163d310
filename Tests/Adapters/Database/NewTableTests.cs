using Dapper;
using Npgsql;
using UptimeSquirrel.Adapters.Database.Postgres;
using UptimeSquirrel.Adapters.Database.Postgres.GrainStates;
using UptimeSquirrel.Tests.Support;

namespace UptimeSquirrel.Tests.Adapters.Database;

/// <summary>Registering thousands of websites took ever longer: while a table was new, each batch of a few rows read all of it.</summary>
public sealed class NewTableTests(PostgresServer server) : DatabaseTest
{
    private static readonly DateOnly _day = new(2026, 11, 28);

    protected override async Task<string?> ConnectionStringAsync() => await server.CreateDatabaseAsync();

    [Fact]
    public async Task States_of_websites_are_read_by_their_keys() =>
        (await PlanAsync(StateRows.ReadSql)).ShouldBe(["us_grain_state by state_name, key_n1, key_n0, key_text, service_id"]);

    [Fact]
    public async Task States_of_websites_are_changed_by_their_keys() =>
        (await PlanAsync(StateRows.WriteSql)).ShouldBe(["us_grain_state by ctid", "us_grain_state by state_name, key_n1, key_n0, key_text, service_id"], ignoreOrder: true);

    [Fact]
    public async Task Checks_of_a_new_day_are_stored_by_the_keys_of_what_is_there()
    {
        await using (var connection = await House.Database.Journal.OpenConnectionAsync(TestContext.Current.CancellationToken))
            await connection.ExecuteAsync(PostgresDays.MakeSql(_day));

        (await PlanAsync(CheckSql.InsertInto(_day))).ShouldBe(
            ["check_result_20261128 by website_id, at", "uptime_hour_20261128 by website_id, hour", "uptime_hour_20261128 by ctid", "last_check by website_id", "last_check by ctid"],
            ignoreOrder: true);
    }

    // What is read of which table, and by which of its columns: as the server plans it while there is nothing in it.
    private async Task<List<string>> PlanAsync(string sql)
    {
        await using var connection = (NpgsqlConnection)await House.Database.Journal.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await connection.ExecuteAsync("set enable_seqscan = off");
        await using var command = new NpgsqlCommand("explain " + sql, connection);
        foreach (var (name, value) in _parameters.Where(parameter => sql.Contains('@' + parameter.Name, StringComparison.Ordinal)))
            command.Parameters.AddWithValue(name, value);
        var lines = new List<string>();
        await using (var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken))
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
                lines.Add(reader.GetString(0));
        return [.. Accesses(lines)];
    }

    private static IEnumerable<string> Accesses(List<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var words = lines[i].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (!lines[i].Contains(" Scan", StringComparison.Ordinal) || lines[i].Contains("CTE Scan", StringComparison.Ordinal) || lines[i].Contains("Function Scan", StringComparison.Ordinal) ||
                lines[i].Contains("Subquery Scan", StringComparison.Ordinal))
                continue;
            var table = words[Array.IndexOf(words, "on") + 1];
            var conditions = lines[i + 1].Split('(', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(condition => condition.Split(' ')[0]);
            yield return $"{table} by {string.Join(", ", conditions)}";
        }
    }

    private static readonly (string Name, object Value)[] _parameters =
    [
        ("service", "any"),
        ("names", new[] { "website" }), ("n1s", new[] { 1L }), ("n0s", new[] { 1L }), ("versions", new[] { 1 }), ("payloads", new[] { "{}"u8.ToArray() }),
        ("website", new[] { Guid.Empty }), ("at", new[] { DateTime.UnixEpoch }), ("latency", new[] { 1 }), ("status", new short[] { 200 }), ("failure", new short[] { 0 }),
        ("reason", new[] { "none" }), ("doubted", new[] { false }), ("maintenance", new[] { false }), ("phases", new[] { 1L }),
    ];
}
