namespace UptimeSquirrel.Adapters.Database.Backups;

/// <summary>The rows of a database, in one transaction: read as they were at one moment, or all written or none.</summary>
internal interface IBackupStore : IAsyncDisposable
{
    /// <summary>The rows of a table, in any order. Values are those of <see cref="RowText"/>.</summary>
    IAsyncEnumerable<object?[]> ReadAsync(BackupTable table, CancellationToken cancellationToken);

    /// <summary>Whether anything is in a table.</summary>
    Task<bool> IsEmptyAsync(BackupTable table, CancellationToken cancellationToken);

    /// <summary>Takes everything out of a table.</summary>
    Task ClearAsync(BackupTable table, CancellationToken cancellationToken);

    /// <summary>Makes room for the rows of these days, where a table is divided by them.</summary>
    Task MakeDaysAsync(IEnumerable<DateOnly> days, CancellationToken cancellationToken);

    /// <summary>Puts rows into an empty table.</summary>
    /// <param name="table">Which one, with the columns that the rows have.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task WriteAsync(BackupTable table, IAsyncEnumerable<object?[]> rows, CancellationToken cancellationToken);

    /// <summary>Keeps what was written.</summary>
    Task CommitAsync(CancellationToken cancellationToken);
}
