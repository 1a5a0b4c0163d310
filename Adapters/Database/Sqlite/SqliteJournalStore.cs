using Microsoft.Data.Sqlite;
using UptimeSquirrel.Adapters.Database.Journal;
using UptimeSquirrel.Grains.Journal;
using UptimeSquirrel.History;

namespace UptimeSquirrel.Adapters.Database.Sqlite;

/// <summary>Writes the journal to SQLite: row after row, one transaction for a batch.</summary>
internal sealed class SqliteJournalStore(UptimeDatabase database) : IJournalStore
{
    // SQLITE_TOOBIG, SQLITE_CONSTRAINT, SQLITE_MISMATCH, SQLITE_RANGE: what SQLite holds against the values.
    private static readonly HashSet<int> _refusals = [18, 19, 20, 25];

    public async Task StoreAsync(ReadOnlyMemory<JournalEntry> rows, CancellationToken cancellationToken)
    {
        await using var connection = (SqliteConnection)await database.Journal.OpenConnectionAsync(cancellationToken);
        await using var transaction = connection.BeginTransaction();
        using var checks = new SqliteChecks(connection, transaction);
        using var others = new SqliteOtherRows(connection, transaction);
        foreach (ref readonly var row in rows.Span)
            Store(row, checks, others);
        transaction.Commit();
    }

    public bool IsRefusal(Exception trouble) => trouble switch
    {
        SqliteException answer => _refusals.Contains(answer.SqliteErrorCode),
        InvalidCastException or OverflowException or ArgumentException => true,
        _ => false,
    };

    private static void Store(in JournalEntry row, SqliteChecks checks, SqliteOtherRows others)
    {
        switch (row.Other)
        {
            case null:
                checks.Store(row.Check);
                break;
            case WebsiteRow website:
                others.Store(website);
                break;
            case RemovedWebsite removed:
                others.Remove(removed);
                break;
            case Incident incident:
                others.Store(incident);
                break;
            case Delivery delivery:
                others.Store(delivery);
                break;
            case OwnerRow owner:
                others.Store(owner);
                break;
        }
    }
}
