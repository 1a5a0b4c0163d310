using System.Data.Common;
using System.Net.Sockets;
using Npgsql;

namespace UptimeSquirrel.Client.Connecting;

/// <summary>Finds out quickly whether the database that knows the gateways can be asked.</summary>
internal static class GatewayDatabase
{
    private const int PatienceSeconds = 10;

    /// <summary>The connection string to go on with.</summary>
    /// <exception cref="ClusterUnreachableException">It cannot be opened.</exception>
    public static async Task<string> FindAsync(ClusterAddress address, TimeProvider clock, CancellationToken cancellationToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(address.ConnectionString) { Timeout = PatienceSeconds };
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(PatienceSeconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await using var connection = new NpgsqlConnection(settings.ConnectionString);
            await connection.OpenAsync(either.Token);
            return settings.ConnectionString;
        }
        catch (Exception exception) when (exception is DbException or SocketException or TimeoutException or ArgumentException)
        {
            throw Unreachable.Database(address, exception);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unreachable.Database(address, new TimeoutException($"no connection within {PatienceSeconds} s"));
        }
    }
}
