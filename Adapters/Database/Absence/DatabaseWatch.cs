using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using UptimeSquirrel.Adapters.Database.Journal;
using UptimeSquirrel.Grains.Absence;

namespace UptimeSquirrel.Adapters.Database.Absence;

/// <inheritdoc cref="IDatabaseWatch"/>
/// <remarks>
/// Asks the database itself every few seconds too. A server that is frozen lets every statement wait for many seconds, and a website
/// that waits is not looked at again.
/// </remarks>
internal sealed partial class DatabaseWatch(IDatabaseHealth health, TimeProvider clock, ILogger<DatabaseWatch> logger) : BackgroundService, IDatabaseWatch
{
    private static readonly TimeSpan _askEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _askAgainIn = TimeSpan.FromSeconds(1);

    private readonly DatabaseAbsence _absence = new(clock);
    private TaskCompletionSource _reported = NewReport();
    private volatile bool _isAway;
    private bool _hasMissed;

    public bool IsAway => _isAway;

    public void Report(Exception trouble)
    {
        _isAway = true;
        Volatile.Read(ref _reported).TrySetResult();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAny(Volatile.Read(ref _reported).Task, Task.Delay(_isAway || _hasMissed ? _askAgainIn : _askEvery, clock, stoppingToken));
            Volatile.Write(ref _reported, NewReport());
            try
            {
                Take(await health.IsReachableAsync(stoppingToken));
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                LogCannotAsk(e);
            }
        }
    }

    // One answer that is late means nothing on a busy machine, unless a statement has failed as well.
    private void Take(bool isReachable)
    {
        if (isReachable)
        {
            _isAway = false;
            if (_absence.End(out var lasted))
                LogBack(lasted);
        }
        else
        {
            _isAway |= _hasMissed;
            if (_isAway && _absence.Begin())
                LogAway();
        }

        _hasMissed = !isReachable;
    }

    private static TaskCompletionSource NewReport() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(4110, LogLevel.Warning,
        "The database does not answer. Checks go on; alerts are written to the disk and told from there until it is back.")]
    private partial void LogAway();

    [LoggerMessage(4111, LogLevel.Information, "The database answers again after {Lasted}.")]
    private partial void LogBack(TimeSpan lasted);

    [LoggerMessage(4112, LogLevel.Error, "Whether the database answers could not be found out; it is asked again")]
    private partial void LogCannotAsk(Exception exception);
}
