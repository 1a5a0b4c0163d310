using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using UptimeSquirrel.Sites;

namespace UptimeSquirrel.Client.Connecting;

/// <summary>An open way to a cluster.</summary>
internal sealed class ClusterConnection : ICluster, IAsyncDisposable
{
    private static readonly TimeSpan PatienceToConnect = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PatienceToLeave = TimeSpan.FromSeconds(1);

    // A silo that crashed is missed by the others after 4 seconds.
    private static readonly TimeSpan PatienceWithLosses = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan PauseAfterLoss = TimeSpan.FromSeconds(1);

    private readonly ClusterAddress address;
    private readonly ServiceProvider services;
    private readonly ConnectionLoss loss;
    private readonly TimeProvider clock;

    private ClusterConnection(ClusterAddress address, ServiceProvider services, ConnectionLoss loss, TimeProvider clock)
    {
        this.address = address;
        this.services = services;
        this.loss = loss;
        this.clock = clock;
    }

    public IGrainFactory Grains => services.GetRequiredService<IGrainFactory>();

    /// <exception cref="ClusterUnreachableException">Nobody there: told at once when nothing listens, else after 30 seconds.</exception>
    public static async Task<ClusterConnection> OpenAsync(ClusterAddress address, string clusterId, TimeProvider clock, CancellationToken cancellationToken)
    {
        var loss = new ConnectionLoss();
        var services = address.ConnectionString is null
            ? OrleansClient.Build(clusterId, await Gateways.FindAsync(address, clock, cancellationToken), loss)
            : OrleansClient.Build(clusterId, await GatewayDatabase.FindAsync(address, clock, cancellationToken), loss);
        var connection = new ClusterConnection(address, services, loss, clock);
        await connection.StartAsync(cancellationToken);
        return connection;
    }

    /// <summary>Asks the cluster something. A question that was lost with a silo is asked again: whatever is asked here does no harm twice.</summary>
    /// <exception cref="ClusterUnreachableException">It did not answer, or answered with an error.</exception>
    public async Task<T> AskAsync<T>(Func<IGrainFactory, Task<T>> question, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        while (true)
        {
            try
            {
                return await AskOnceAsync(question, cancellationToken);
            }
            catch (Exception exception) when (IsLost(exception) && HasOthers && clock.GetElapsedTime(began) < PatienceWithLosses)
            {
                await Task.Delay(PauseAfterLoss, clock, cancellationToken);
            }
            catch (Exception exception) when (exception is not (ClusterUnreachableException or OperationCanceledException))
            {
                throw exception switch
                {
                    TimeoutException => Unreachable.TookTooLong(address, exception),
                    _ when IsLost(exception) => Unreachable.WentAway(address, exception),
                    _ => Unreachable.Trouble(address, exception),
                };
            }
        }
    }

    // It is told at once when the last gateway is gone, instead of after half a minute.
    private async Task<T> AskOnceAsync<T>(Func<IGrainFactory, Task<T>> question, CancellationToken cancellationToken)
    {
        var answer = question(Grains);
        await Task.WhenAny(answer, loss.Happened).WaitAsync(cancellationToken);
        if (answer.IsCompleted)
            return await answer;
        throw new SiloUnavailableException();
    }

    // A silo named by its address is the only one we know; one that was found through the database has others.
    private bool HasOthers => address.ConnectionString is not null;

    private static bool IsLost(Exception exception) => exception is SiloUnavailableException or OrleansMessageRejectionException;

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(PatienceToLeave, clock);
        try
        {
            foreach (var service in services.GetServices<IHostedService>())
                await service.StopAsync(patience.Token).WaitAsync(patience.Token);
            await services.DisposeAsync().AsTask().WaitAsync(patience.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or OrleansException or InvalidOperationException)
        {
            // The answer has been given; how we leave is of no interest to anybody.
        }
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(PatienceToConnect, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            foreach (var service in services.GetServices<IHostedService>())
                await service.StartAsync(either.Token).WaitAsync(either.Token);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw address.ConnectionString is null ? Unreachable.NotOurs(address, exception) : Unreachable.Nobody(address);
        }
    }
}
