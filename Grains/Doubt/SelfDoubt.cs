using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace UptimeSquirrel.Grains.Doubt;

/// <summary>Notices when failures are broad, examines this silo for as long as they are, and remembers what came of it.</summary>
internal sealed partial class SelfDoubt : ISelfDoubt, IHostedService, IDisposable
{
    private readonly Examination _examination;
    private readonly References _references;
    private readonly OperatorNews _news;
    private readonly TimeProvider _clock;
    private readonly ILogger<SelfDoubt> _logger;

    private readonly RecentLooks _recent = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Meter _meter;
    private readonly Counter<long> _doubted;

    private readonly Lock _lock = new();
    private IReadOnlyList<SampleWebsite> _sample = [];
    private volatile DoubtEpisode? _episode;
    private volatile bool _isExamining;
    private Task _examining = Task.CompletedTask;

    public SelfDoubt(
        Examination examination, References references, OperatorNews news, IMeterFactory meters,
        [FromKeyedServices(TimeProviderNames.Grains)] TimeProvider clock, ILogger<SelfDoubt> logger)
    {
        (_examination, _references, _news, _clock, _logger) = (examination, references, news, clock, logger);
        _meter = meters.Create("UptimeSquirrel");
        _meter.CreateObservableGauge("uptime.silo.doubt", () => _episode is null ? 0 : 1, description: "1 while this silo does not trust what it sees.");
        _doubted = _meter.CreateCounter<long>("uptime.checks.doubted", "{check}", "Failing checks that were not counted, because this silo doubted itself.");
    }

    public DoubtEpisode? Episode => _episode;

    /// <summary>Whether an examination is under way, or was a moment ago.</summary>
    internal bool IsExamining => _isExamining;

    public void Note(in SampleWebsite website, bool isHealthy)
    {
        _recent.Count();
        if (isHealthy || _episode is not null)
            return;
        var now = _clock.GetUtcNow();
        if (!DoubtRules.IsBroad(_recent.Fail(website, now)) || _isExamining)
            return;
        lock (_lock)
            if (!_isExamining)
                BeginExamining(_recent.Sample(DoubtRules.SampleSize, now));
    }

    public void NoteDoubted() => _doubted.Add(1);

    public async Task<bool> MayCallDownAsync(SampleWebsite website)
    {
        if (_episode is not null)
            return false;

        // References that have never answered may have no way to here at all: then they say nothing about one website.
        if (await _references.AnswerAsync() is not false || !_references.HaveAnswered)
            return _episode is null;      // it may have begun while they were asked
        lock (_lock)
        {
            var now = _clock.GetUtcNow();
            if (_episode is null)
                BeginExamining([website, .. _recent.Sample(DoubtRules.SampleSize - 1, now)]);
            Enter(Finding.NothingAnswers, witnesses: "", now);
        }

        return false;
    }

    // A look at the references while all is well: later their silence means something.
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = MeetReferencesAsync();
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _examining.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _meter.Dispose();
    }

    private async Task MeetReferencesAsync()
    {
        if (await _references.AnswerAsync() is false)
            LogNoReference();
    }

    private void BeginExamining(IReadOnlyList<SampleWebsite> sample)
    {
        _sample = sample;
        if (_isExamining)
            return;
        _isExamining = true;
        _examining = Task.Run(ExamineAsync, CancellationToken.None);
    }

    private async Task ExamineAsync()
    {
        try
        {
            do
            {
                await ExamineOnceAsync();
                await Task.Delay(DoubtRules.ExamineEvery, _clock, _stopping.Token);
            }
            while (!IsDone());
        }
        catch (OperationCanceledException)
        {
            LogStopped();
        }
    }

    private async Task ExamineOnceAsync()
    {
        try
        {
            Take(await _examination.GatherAsync(_sample, _stopping.Token));
        }
        catch (Exception e) when (!_stopping.IsCancellationRequested)
        {
            LogNotExamined(e);
        }

        await _news.TellAsync(_episode, _clock.GetUtcNow());
    }

    private bool IsDone()
    {
        lock (_lock)
            return !(_isExamining = _episode is not null || _news.IsWaiting);
    }

    private void Take(Evidence evidence)
    {
        var finding = DoubtRules.Judge(evidence);
        lock (_lock)
        {
            var now = _clock.GetUtcNow();
            if (DoubtRules.IsDoubt(finding))
                Enter(finding, evidence.Witnesses, now);
            else
                Leave(finding, now);
        }
    }

    private void Enter(Finding finding, string witnesses, DateTimeOffset now)
    {
        if (_episode is not null)
            return;
        _episode = new DoubtEpisode(now, DoubtText.Why(finding, _recent.TallyAt(now), witnesses));
        LogDoubt(_episode.Why);
        if (finding == Finding.NothingAnswers && !_references.HaveAnswered)
            LogNoReference();
    }

    private void Leave(Finding finding, DateTimeOffset now)
    {
        if (_episode is not { } over)
            return;
        _episode = null;
        LogSureAgain(Math.Round((now - over.Since).TotalSeconds), DoubtText.WhyNot(finding));
    }
}
