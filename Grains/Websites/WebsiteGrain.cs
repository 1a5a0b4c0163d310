using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Placement;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains.Absence;
using UptimeSquirrel.Grains.Cluster;
using UptimeSquirrel.Grains.Doubt;
using UptimeSquirrel.Grains.Heartbeats;
using UptimeSquirrel.Grains.History;
using UptimeSquirrel.Grains.Journal;
using UptimeSquirrel.Grains.Live;
using UptimeSquirrel.Grains.Quieting;
using UptimeSquirrel.Grains.Vantages;
using UptimeSquirrel.Grains.Warnings;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Websites;

/// <summary>Watches one website: look, judge, decide, remember, tell.</summary>
/// <remarks>
/// Long enough in memory for intervals up to half an hour; a website that is checked more rarely is read from the database at each check.
/// </remarks>
[GrainType("website"), PreferLocalPlacement, CollectionAgeLimit(Minutes = 65)]
internal sealed partial class WebsiteGrain(
    [PersistentState("website", StorageNames.Grains)] IPersistentState<StoredWebsite> stored,
    Lookout lookout,
    IJournal journal,
    IHistoryStore history,
    Home home,
    SiloFigures figures,
    Quieter quieter,
    AlertSpool spool,
    WarningDesk warnings,
    LiveReporter live,
    IDatabaseWatch database,
    IOptions<ChecksOptions> options,
    [FromKeyedServices(TimeProviderNames.Grains)] TimeProvider clock,
    ILogger<WebsiteGrain> logger) : Grain, IWebsiteGrain, IRemindable
{
    private const string ReminderName = "check";
    private static readonly TimeSpan _trySavingAgainIn = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan _readBackPatience = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan _getFirstFor = TimeSpan.FromDays(7);

    private WebsiteId _id;
    private WebsiteState? _website;
    private bool _isUnsaved;
    private CheckSummary? _lastCheck;
    private bool _hasReadBack;
    private IGrainTimer? _lookAgain;
    private IGrainTimer? _finishTelling;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _id = new WebsiteId(this.GetPrimaryKey());
        _website = stored.State.Website;
        if (_website is null)
            return Task.CompletedTask;
        CountOnce();

        // What the last silo was in the middle of goes on here.
        if (_website.Standing == Standing.Suspect || _website.Quiet?.Held is not null)
            LookAgainIn(Patience.RecoveryDelay);
        if (_isUnsaved || _website.Unsent.Count > 0)
            FinishTellingIn(TimeSpan.Zero);
        if (_website.Heartbeat is not null && HeartbeatRules.LookAgainIn(_website, clock.GetUtcNow()) is { } left)
            LookAgainIn(left);
        if (clock.GetUtcNow() - WebsiteRecords.ChangedAt(_website) < WebsiteRecords.SureToBeStoredAfter)
            Record(_website.LastIncident);
        return Task.CompletedTask;
    }

    public async Task<WebsiteStatus?> CheckNowAsync()
    {
        if (_website is not null and not { Standing: Standing.Paused })
            await LookAsync();
        return await GetStatusAsync();
    }

    public async Task<WebsiteStatus?> GetStatusAsync()
    {
        if (_website is { Standing: not Standing.Pending } && _lastCheck is null && !_hasReadBack)
            await ReadBackLastCheckAsync();
        if (_website is not { } website)
            return null;
        var quiet = QuietRules.Describe(website, quieter.MaintenanceAt(website, clock.GetUtcNow())?.To, _children?.Describe());
        return WebsiteRecords.Status(_id, website, _lastCheck) with { Warnings = DescribeWarnings(website), Quiet = quiet };
    }

    // Only a website not looked at since it came into memory has to ask what the last look saw; a slow database must not keep its status.
    private async Task ReadBackLastCheckAsync()
    {
        using var patience = new CancellationTokenSource(_readBackPatience);
        _hasReadBack = true;
        try
        {
            var last = await history.GetLastCheckAsync(_id, patience.Token).WaitAsync(patience.Token);

            // A look that ended meanwhile is newer.
            _lastCheck ??= last;
        }
        catch (Exception e)
        {
            LogNoLastCheck(e, _id);
        }
    }

    private async Task LookAsync()
    {
        var website = _website!;
        if (website.Heartbeat is not null)
        {
            await ListenAsync();
            return;
        }

        var request = WebsiteRecords.Request(website, clock.GetUtcNow()) with { WantsCertificate = MustReadCertificate(website) };
        var look = new SampleWebsite(_id, request);
        var result = await lookout.LookAsync(look.Request);
        var verdict = VerdictRules.Judge(result, look.Request.Accept);
        if (website.Standing == Standing.Up && !verdict.CouldNotLook)
            lookout.Note(look, verdict.IsHealthy);

        var step = WebsiteStateMachine.Observe(_id, website, verdict, result.At, clock.GetUtcNow(), Patience);
        if (!await lookout.MayCountAsync(look, verdict, step))
        {
            await LookThroughAnotherAsync(look, WebsiteRecords.Check(_id, result, verdict));
            return;
        }

        Record(WebsiteRecords.Check(_id, result, verdict));
        if (step.NeedsSecondLook)
            step = await AskOthersAsync(look, lookout.Saw(result, verdict), lookedForUs: null);
        await TakeAsync(Warn(RememberRefusedHead(step, result), result, verdict));
    }

    private async Task<Step> AskOthersAsync(SampleWebsite look, Sighting own, Vantage? lookedForUs)
    {
        _isUndecided = true;
        var second = await lookout.AskOthersAsync(look, own, lookedForUs);
        LogSecondLook(LogName, own.IsHealthy ? "healthy" : "failing", second.Sightings.Count - 1, second.Outcome);
        return WebsiteStateMachine.Observe(_id, _website!, new Verdict(own.Problem), own.At, clock.GetUtcNow(), Patience, second);
    }

    private Patience Patience => Patience.Of(_website?.Settings.Patience, options.Value);

    private static Step RememberRefusedHead(Step step, CheckResult result) =>
        result.RefusedHead ? step with { State = step.State with { StartWithGetUntil = result.At + _getFirstFor } } : step;

    private async Task TakeAsync(Step step)
    {
        step = await QuietAsync(step);
        var before = _website!.Standing;
        _website = step.Incident is null ? step.State : step.State with { LastIncident = step.Incident };
        _isUndecided = false;
        if ((step.MustSave || _isUnsaved) && !await SaveAsync(before, step.Incident))
            return;
        LookAgainIn(step.LookAgainIn);
        if (_website.Unsent.Count > 0)
            await TellAsync();
    }

    private void LookAgainIn(TimeSpan? delay)
    {
        _lookAgain?.Dispose();
        _lookAgain = delay is { } due
            ? this.RegisterGrainTimer(_ => LookAgainAsync(), new GrainTimerCreationOptions(due, Timeout.InfiniteTimeSpan) { KeepAlive = true })
            : null;
    }

    private Task LookAgainAsync() => _website is null or { Standing: Standing.Paused } ? Task.CompletedTask : LookAsync();
}
