using System.Data.Common;

namespace UptimeSquirrel.Adapters.Database;

/// <inheritdoc cref="IDatabaseHealth"/>
internal sealed class DatabaseHealth(UptimeDatabase database, TimeProvider clock) : IDatabaseHealth
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);

    public async Task<bool> IsReachableAsync(CancellationToken cancellationToken)
    {
        using var tooLate = new CancellationTokenSource(_patience, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, tooLate.Token);
        try
        {
            // A driver whose server is frozen takes its time to give up a statement, too: it does so behind our back.
            await AskAsync(stop.Token).WaitAsync(stop.Token);
            return true;
        }
        catch (Exception e) when (e is DbException or TimeoutException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return false;
        }
    }

    private async Task AskAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.Health.OpenConnectionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from orleansquery";
        await command.ExecuteScalarAsync(cancellationToken);
    }
}
