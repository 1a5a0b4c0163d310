using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UptimeSquirrel.Cluster;
using UptimeSquirrel.Grains.Doubt;
using UptimeSquirrel.Grains.Overdue;
using UptimeSquirrel.Grains.Vantages;

namespace UptimeSquirrel.Grains.Cluster;

/// <summary>Knows this silo's part of the ring, which is that of its reminders, and sweeps it for overdue websites.</summary>
internal sealed partial class SiloService(
    GrainId id,
    Silo silo,
    Home home,
    OverdueSweep sweep,
    UnfinishedWebsites unfinished,
    TickBacklog backlog,
    SiloFigures figures,
    ILocalSiloDetails here,
    IVantages vantages,
    ISelfDoubt doubt,
    ToldSettings told,
    [FromKeyedServices(TimeProviderNames.Grains)] TimeProvider clock,
    ILoggerFactory logging) : GrainService(id, silo, logging), ISiloService
{
    private static readonly TimeSpan _pace = TimeSpan.FromSeconds(3);
    private static readonly string? _version = typeof(SiloService).Assembly.GetName().Version?.ToString(3);

    private readonly DateTimeOffset _startedAt = clock.GetUtcNow();
    private readonly ILogger _logger = logging.CreateLogger<SiloService>();
    private Task _sweeping = Task.CompletedTask;
    private TaskCompletionSource _ringChanged = new();

    public override async Task OnRangeChange(IRingRange oldRange, IRingRange newRange, bool increased)
    {
        // Orleans calls every change an increase, also that by a silo that joins.
        await base.OnRangeChange(oldRange, newRange, increased);
        home.MoveTo(newRange);
        sweep.ReachBack();
        unfinished.LookAgain();
        _ringChanged.TrySetResult();
    }

    public override async Task Stop()
    {
        await base.Stop();
        await _sweeping;
    }

    public Task<SiloStatusReport> ReportAsync()
    {
        var lately = figures.Lately(clock.GetUtcNow());
        return Task.FromResult(new SiloStatusReport
        {
            Name = here.Name,
            Address = here.SiloAddress.Endpoint.ToString(),
            Answers = true,
            Region = vantages.Here.Region,
            Version = _version,
            StartedAt = _startedAt,
            Websites = figures.Websites,
            ChecksPerSecond = lately.ChecksPerSecond,
            MedianLateness = lately.MedianLateness,
            Lateness = lately.Lateness,
            MemoryBytes = Environment.WorkingSet,
            Checks = figures.Checks,
            MissedChecks = figures.MissedChecks,
            DoubtReason = doubt.Episode?.Why,
        });
    }

    public Task<SettingsOfSilo> GetSettingsAsync() => Task.FromResult(new SettingsOfSilo { Name = here.Name, Answers = true, Version = _version, Settings = told.Settings });

    protected override async Task StartInBackground()
    {
        await base.StartInBackground();
        home.MoveTo(RingRange);
        _sweeping = SweepAsync(StoppedCancellationTokenSource.Token);
    }

    // At a steady pace, and at once when this silo has become responsible for others.
    private async Task SweepAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(_pace, clock);
        using var stopping = stop.Register(timer.Dispose);
        figures.Remember(clock.GetUtcNow());
        for (var tick = timer.WaitForNextTickAsync(CancellationToken.None).AsTask(); ;)
        {
            await Task.WhenAny(tick, _ringChanged.Task);
            if (_ringChanged.Task.IsCompleted)
                _ringChanged = new TaskCompletionSource();
            if (tick.IsCompleted && !await tick)
                return;
            if (tick.IsCompleted)
                tick = timer.WaitForNextTickAsync(CancellationToken.None).AsTask();
            await SweepOnceAsync(stop);
        }
    }

    private async Task SweepOnceAsync(CancellationToken stop)
    {
        try
        {
            HashRange[] ranges = [.. RangeFactory.GetSubRanges(RingRange).Select(range => new HashRange(range.Begin, range.End))];
            await unfinished.WakeAsync(ranges, stop);
            if (!backlog.IsThere)
                await sweep.RunAsync(ranges, stop);
        }
        catch (Exception e)
        {
            LogSweepFailed(e);
        }

        figures.Remember(clock.GetUtcNow());
    }

    [LoggerMessage(1207, LogLevel.Error, "A sweep for overdue websites ended early; the next one follows")]
    private partial void LogSweepFailed(Exception exception);
}
