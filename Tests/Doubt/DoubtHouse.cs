using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Grains;
using UptimeSquirrel.Grains.Doubt;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.Vantages;
using UptimeSquirrel.Grains.Websites;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Doubt;

/// <summary>A silo's doubt with a network, other silos and an operator that the test plays, on a clock that only the test moves.</summary>
internal sealed class DoubtHouse : IWebsiteProbe, IOperator, IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly ConcurrentQueue<string> _looks = new();
    private readonly ConcurrentQueue<Alert> _told = new();

    public DoubtHouse(params string[] references)
    {
        var services = new ServiceCollection();
        services.AddMetrics().AddLogging(logging => logging.AddProvider(Log))
            .AddKeyedSingleton<TimeProvider>(TimeProviderNames.Grains, Clock)
            .AddSingleton<IWebsiteProbe>(this)
            .AddSingleton<IVantages>(Others)
            .AddUptimeGrains(new ChecksOptions { References = references }, new AlertOptions())
            .AddSingleton<IOperator>(this);
        _services = services.BuildServiceProvider();
        Doubt = _services.GetRequiredService<SelfDoubt>();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero));
    public LogRecorder Log { get; } = new();
    public FakeVantages Others { get; } = new();
    public SelfDoubt Doubt { get; }

    /// <summary>Which hosts answer this silo.</summary>
    public Func<string, bool> Answers { get; set; } = _ => true;

    /// <summary>What happens when the operator is to be told something.</summary>
    public Action OnTelling { get; set; } = () => { };

    public IReadOnlyList<string> Looks => [.. _looks];
    public IReadOnlyList<Alert> Told => [.. _told];

    public static SampleWebsite Website(string host) => new(
        WebsiteId.From(OwnerId.Default, WebsiteUrl.Parse(host)), new CheckRequest(WebsiteUrl.Parse(host), null, CheckMethod.Head), AcceptedStatuses.Default);

    /// <summary>As many websites as this fail, after as many that do not.</summary>
    public void Fail(int count, int healthy = 0)
    {
        for (var i = 0; i < healthy; i++)
            Doubt.Note(Website($"healthy{i}.example"), isHealthy: true);
        for (var i = 0; i < count; i++)
            Doubt.Note(Website($"shop{i}.example"), isHealthy: false);
    }

    /// <summary>Lets time pass until this holds.</summary>
    public Task UntilAsync(Func<bool> condition) => Eventually.HoldsAsync(() =>
    {
        if (!condition())
            Clock.Advance(TimeSpan.FromSeconds(1));
        return condition();
    });

    public Task InDoubtAsync(bool isInDoubt = true) => UntilAsync(() => Doubt.Episode is not null == isInDoubt);

    /// <summary>Lets the silo begin to examine itself so many times more, while the first five websites go on failing.</summary>
    public async Task ExaminedAsync(int times)
    {
        var before = Looks.Count(host => host == "shop0.example");
        await UntilAsync(() =>
        {
            Fail(5);
            return Looks.Count(host => host == "shop0.example") >= before + times;
        });
    }

    public int Measure(string gauge)
    {
        var measured = -1;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == gauge && instrument.Meter.Scope == _services.GetRequiredService<IMeterFactory>())
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<int>((_, value, _, _) => measured = value);
        listener.Start();
        listener.RecordObservableInstruments();
        return measured;
    }

    public Task<CheckResult> LookAsync(CheckRequest request, CancellationToken cancellationToken)
    {
        var host = request.Url.ToUri().Host;
        _looks.Enqueue(host);
        return Task.FromResult(new CheckResult
        {
            At = Clock.GetUtcNow(),
            Took = TimeSpan.Zero,
            StatusCode = Answers(host) ? 200 : null,
            Failure = Answers(host) ? FailureKind.None : FailureKind.ConnectTimeout,
            Host = host,
        });
    }

    public Task TellAsync(Alert alert)
    {
        OnTelling();
        _told.Enqueue(alert);
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await Doubt.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
    }
}
