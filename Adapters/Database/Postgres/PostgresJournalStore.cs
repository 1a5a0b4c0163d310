using System.Data.Common;
using System.Text;
using Npgsql;
using UptimeSquirrel.Adapters.Database.Journal;

namespace UptimeSquirrel.Adapters.Database.Postgres;

/// <summary>Writes the journal to PostgreSQL: one round trip and one transaction for a segment, each kind of row in one statement.</summary>
/// <remarks>
/// Rows travel as arrays, one for each column. COPY into a staging table may be faster for large batches, which nobody has measured here;
/// arrays need no table made for each connection, no second statement, and no session that a connection pooler would have to keep.
/// </remarks>
internal sealed class PostgresJournalStore(UptimeDatabase database, PostgresDays days) : IJournalStore
{
    private readonly JournalSegment _segment = new();
    private readonly CheckColumns _checks = new();

    public async Task StoreAsync(ReadOnlyMemory<JournalEntry> rows, CancellationToken cancellationToken)
    {
        while (!rows.IsEmpty)
        {
            rows = rows[_segment.Fill(rows.Span)..];
            await StoreSegmentAsync(cancellationToken);
        }
    }

    public bool IsRefusal(Exception trouble) => trouble switch
    {
        // What the server holds against the values: data exceptions, broken constraints, too large for a row or an index.
        PostgresException answer => answer.SqlState[..2] is "21" or "22" or "23" or "54",
        DbException => false,
        InvalidCastException or EncoderFallbackException or OverflowException or ArgumentException => true,
        _ => false,
    };

    private async Task StoreSegmentAsync(CancellationToken cancellationToken)
    {
        await using var connection = (NpgsqlConnection)await database.Journal.OpenConnectionAsync(cancellationToken);
        _checks.Fill(_segment.Checks, days.OldestKept);
        await days.PrepareAsync(connection, _checks.Days, cancellationToken);

        await using var batch = new NpgsqlBatch(connection);
        foreach (var late in _checks.Days.Where(days.IsLate))
            batch.BatchCommands.Add(PostgresDays.AskForSum(late));
        if (_segment.Websites.Count > 0)
            batch.BatchCommands.Add(WebsiteColumns.Upsert(_segment.Websites));
        if (_segment.Incidents.Count > 0)
            batch.BatchCommands.Add(IncidentColumns.Upsert(_segment.Incidents));
        if (_segment.Deliveries.Count > 0)
            batch.BatchCommands.Add(DeliveryColumns.Insert(_segment.Deliveries));
        if (_segment.Owners.Count > 0)
            batch.BatchCommands.Add(OwnerColumns.Upsert(_segment.Owners));
        if (_checks.Count > 0)
        {
            batch.BatchCommands.Add(ByIndex.Command());
            foreach (var day in _checks.Days)
                batch.BatchCommands.Add(_checks.Insert(day));
        }

        if (_segment.Removed.Count > 0)
            foreach (var removal in WebsiteColumns.Remove(_segment.Removed))
                batch.BatchCommands.Add(removal);
        if (batch.BatchCommands.Count == 0)
            return;

        try
        {
            // Without an explicit transaction the statements of a batch are one all the same.
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UndefinedTable || (e.SqlState == PostgresErrorCodes.CheckViolation && e.ConstraintName is null))
        {
            // No partition for this row: somebody dropped it since we made sure of it.
            days.Forget();
            throw new InvalidOperationException("A day's partition is gone; it is made again at the next attempt.", e);
        }
    }
}
