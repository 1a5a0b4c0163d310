using Npgsql;
using UptimeSquirrel.Chaos.Figures;

namespace UptimeSquirrel.Chaos.Parts;

/// <summary>Reads from the database what a run is judged by.</summary>
internal sealed class DatabaseReading(NpgsqlDataSource database, IReadOnlyDictionary<Guid, int> websites)
{
    // What is watched without an address, such as a job: a number after all websites.
    private const int NoAddress = int.MaxValue;

    private const string WrongSumsSql =
        """
        with recount as (
          select website_id, date_trunc('hour', at, 'UTC') as hour, count(*) as checks, count(*) filter (where failure <> 0) as failures,
                 sum(latency_us) as latency_sum_us, max(latency_us) as latency_max_us
          from check_result where not doubted group by 1, 2)
        select website_id, hour, r.checks, h.checks, r.failures, h.failures
        from recount r full join uptime_hour h using (website_id, hour)
        where (r.checks, r.failures, r.latency_sum_us, r.latency_max_us) is distinct from (h.checks, h.failures, h.latency_sum_us, h.latency_max_us)
        """;

    /// <summary>The number of each website, by its id.</summary>
    public static async Task<DatabaseReading> OpenAsync(NpgsqlDataSource database, Network.Network network)
    {
        var websites = await ReadAsync(database, "select id, url from website",
            row => KeyValuePair.Create(row.GetGuid(0), System.Net.IPAddress.TryParse(new Uri(row.GetString(1)).Host, out var address) ? network.WebsiteAt(address) : NoAddress));
        return new DatabaseReading(database, websites.ToDictionary());
    }

    /// <summary>Which website an alert is about: its id begins with the website's.</summary>
    public int WebsiteOfAlert(string alertId) => Guid.TryParseExact(alertId.Split('-')[0], "N", out var id) ? Number(id) : -1;

    public Task<List<Schedule>> SchedulesAsync() => ReadAsync(database,
        "select split_part(grain_id, '/', 2)::uuid, start_at, period_ms from us_reminder where grain_id like 'website/%'",
        row => new Schedule(Number(row.GetGuid(0)), row.GetFieldValue<DateTimeOffset>(1), TimeSpan.FromMilliseconds(row.GetInt64(2))));

    public Task<List<CheckRow>> ChecksAsync() => ReadAsync(database,
        "select website_id, at, latency_us, failure from check_result",
        row => new CheckRow(Number(row.GetGuid(0)), row.GetFieldValue<DateTimeOffset>(1), TimeSpan.FromMicroseconds(row.GetInt32(2)), row.GetInt16(3) == 0));

    public Task<List<IncidentRow>> IncidentsAsync() => ReadAsync(database,
        "select id, website_id, started_at, ended_at from incident order by started_at",
        row => new IncidentRow(row.GetString(0), Number(row.GetGuid(1)), row.GetFieldValue<DateTimeOffset>(2), row.IsDBNull(3) ? null : row.GetFieldValue<DateTimeOffset>(3)));

    /// <summary>Of alerts about websites; a silo that doubts itself tells the operator, whom nobody has named here.</summary>
    public async Task<List<DeliveryRow>> DeliveriesAsync() => [.. (await ReadAsync(database,
        "select alert_id, recipient, attempt, at, outcome from delivery order by at",
        row => new DeliveryRow(row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetFieldValue<DateTimeOffset>(3), row.GetInt16(4) == 0)))
        .Where(delivery => WebsiteOfAlert(delivery.AlertId) >= 0)];

    /// <param name="first">Of how many websites; those after them may be in maintenance, or be jobs, whose sums leave checks out.</param>
    public async Task<List<string>> WrongSumsAsync(int first) => [.. (await ReadAsync(database, WrongSumsSql,
        row => (Website: Number(row.GetGuid(0)), Text: $"website {Number(row.GetGuid(0))}, hour {row.GetDateTime(1):HH:mm}: {row.GetValue(2)} checks counted, {row.GetValue(3)} in the sum; {row.GetValue(4)} failures counted, {row.GetValue(5)} in the sum"))).Where(sum => sum.Website < first).Select(sum => sum.Text)];

    private int Number(Guid id) => websites.GetValueOrDefault(id, -1);

    private static async Task<List<T>> ReadAsync<T>(NpgsqlDataSource database, string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
            rows.Add(read(reader));
        return rows;
    }
}
