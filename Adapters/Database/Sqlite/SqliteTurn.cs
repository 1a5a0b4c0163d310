using Microsoft.Data.Sqlite;

namespace UptimeSquirrel.Adapters.Database.Sqlite;

/// <summary>Whose turn it is to write to the file, which takes one writer at a time.</summary>
/// <remarks>
/// SQLite keeps the thread of whoever waits for another writer. In a flood of alerts that would be all threads there are, and whoever asks for a website's status
/// would wait for one, too. Here nobody's thread waits.
/// </remarks>
internal sealed class SqliteTurn : IDisposable
{
    private const int Busy = 5;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly TimeSpan _patience;

    /// <param name="patience">How long somebody waits for their turn, before the file is said to be busy.</param>
    public SqliteTurn(TimeSpan patience) => _patience = patience;

    /// <summary>Waits for it.</summary>
    /// <exception cref="SqliteException">Others took too long.</exception>
    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        if (!await _turn.WaitAsync(_patience, cancellationToken))
            throw new SqliteException($"The database file is busy: others have been writing to it for {_patience.TotalSeconds:0} s.", Busy);
    }

    /// <summary>Lets the next one write.</summary>
    public void GiveBack() => _turn.Release();

    public void Dispose() => _turn.Dispose();
}
