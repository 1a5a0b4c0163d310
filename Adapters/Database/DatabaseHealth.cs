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
            await using var connection = await database.Reading.OpenConnectionAsync(stop.Token);
            await using var command = connection.CreateCommand();
            command.CommandText = "select count(*) from orleansquery";
            await command.ExecuteScalarAsync(stop.Token);
            return true;
        }
        catch (Exception e) when (e is DbException or TimeoutException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return false;
        }
    }
}
