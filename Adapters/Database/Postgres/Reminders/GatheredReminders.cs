using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace UptimeSquirrel.Adapters.Database.Postgres.Reminders;

/// <summary>Reminders that are set at the same time are stored in one statement: whoever registers thousands of websites else waits for a commit of the server for each.</summary>
/// <param name="oneByOne">Orleans' own provider, which does everything else.</param>
/// <param name="database">Where the reminders are.</param>
public sealed class GatheredReminders(IReminderTable oneByOne, UptimeDatabase database) : IReminderTable
{
    private const int Most = 500;

    private readonly Gathering<ReminderEntry, string?> _sets = new(Most, rows => SetAsync(database, rows));

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => oneByOne.StartAsync(cancellationToken);

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => oneByOne.StopAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<ReminderTableData> ReadRows(GrainId grainId) => oneByOne.ReadRows(grainId);

    /// <inheritdoc/>
    public Task<ReminderTableData> ReadRows(uint begin, uint end) => oneByOne.ReadRows(begin, end);

    /// <inheritdoc/>
    public Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName) => oneByOne.ReadRow(grainId, reminderName);

    /// <inheritdoc/>
    public async Task<string?> UpsertRow(ReminderEntry entry)
    {
        try
        {
            return await _sets.AskAsync(entry);
        }
        catch (PostgresException e) when (!e.IsTransient)
        {
            // The database refuses one of them, which must not be held against the others.
            return await oneByOne.UpsertRow(entry);
        }
    }

    /// <inheritdoc/>
    public Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag) => oneByOne.RemoveRow(grainId, reminderName, eTag);

    /// <inheritdoc/>
    public Task TestOnlyClearTable() => oneByOne.TestOnlyClearTable();

    // Of two for the same reminder the later one counts, and both have its version.
    private static async Task<IReadOnlyList<string?>> SetAsync(UptimeDatabase database, IReadOnlyList<ReminderEntry> entries)
    {
        var rows = entries.GroupBy(KeyOf).Select(same => same.Last()).ToList();
        await using var connection = (NpgsqlConnection)await database.Reminders.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(
            """
            insert into us_reminder as r (service_id, grain_id, name, start_at, period_ms, grain_hash, version)
            select @service, grain_id, name, start_at, period_ms, grain_hash, 0
            from unnest(@grains, @names, @starts, @periods, @hashes) as b(grain_id, name, start_at, period_ms, grain_hash)
            order by grain_id, name
            on conflict (service_id, grain_id, name) do update
            set start_at = excluded.start_at, period_ms = excluded.period_ms, grain_hash = excluded.grain_hash, version = r.version + 1
            returning grain_id, name, version
            """,
            connection);
        command.Parameters.AddWithValue("service", ClusterDefaults.ServiceId);
        command.Parameters.Add(Columns.Of("grains", NpgsqlDbType.Text, rows, row => row.GrainId.ToString()));
        command.Parameters.Add(Columns.Of("names", NpgsqlDbType.Text, rows, row => row.ReminderName));
        command.Parameters.Add(Columns.Of("starts", NpgsqlDbType.TimestampTz, rows, row => DateTime.SpecifyKind(row.StartAt, DateTimeKind.Utc)));
        command.Parameters.Add(Columns.Of("periods", NpgsqlDbType.Bigint, rows, row => (long)row.Period.TotalMilliseconds));
        command.Parameters.Add(Columns.Of("hashes", NpgsqlDbType.Integer, rows, row => unchecked((int)row.GrainId.GetUniformHashCode())));
        var versions = new Dictionary<(string, string), string>(rows.Count);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            versions[(reader.GetString(0), reader.GetString(1))] = reader.GetInt32(2).ToString(CultureInfo.InvariantCulture);
        return [.. entries.Select(entry => versions[KeyOf(entry)])];
    }

    private static (string Grain, string Name) KeyOf(ReminderEntry entry) => (entry.GrainId.ToString(), entry.ReminderName);
}
