using System.Data.Common;

namespace UptimeSquirrel.Adapters.Database;

/// <inheritdoc cref="IDatabaseHealth"/>
internal sealed class DatabaseHealth(UptimeDatabase database, TimeProvider clock) : IDatabaseHealth
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);

    public async Task<bool> IsReachableAsync(CancellationToken cancellationToken)
    {
        try
        {
            // A driver whose server is frozen needs seconds to give up a statement, even when told to: it does so behind our back.
            await AskAsync().WaitAsync(_patience, clock, cancellationToken);
            return true;
        }
        catch (Exception e) when (e is DbException or TimeoutException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return false;
        }
    }

    private async Task AskAsync()
    {
        using var tooLate = new CancellationTokenSource(_patience, clock);
        await using var connection = await database.Health.OpenConnectionAsync(tooLate.Token);
        await using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from orleansquery";
        await command.ExecuteScalarAsync(tooLate.Token);
    }
}
