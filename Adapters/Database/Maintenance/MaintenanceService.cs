using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace UptimeSquirrel.Adapters.Database.Maintenance;

/// <summary>Runs the maintenance at the start and then every half hour.</summary>
internal sealed partial class MaintenanceService(IMaintenance maintenance, TimeProvider clock, ILogger<MaintenanceService> logger) : BackgroundService
{
    private static readonly TimeSpan _interval = TimeSpan.FromMinutes(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_interval, clock);
        do
        {
            try
            {
                await maintenance.RunAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(e, _interval);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
        while (await NextAsync(timer, stoppingToken));
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(4201, LogLevel.Warning, "The database could not be tidied up; it will be tried again in {Interval}.")]
    private partial void LogFailed(Exception exception, TimeSpan interval);
}
