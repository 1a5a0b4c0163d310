using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using UptimeSquirrel.Live;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Web.Live;

/// <summary>Brings news of websites to everybody who looks at this host. It listens only while somebody does.</summary>
internal sealed partial class LiveHub(IGrainFactory grains, TimeProvider clock, ILogger<LiveHub> logger) : BackgroundService, ILiveObserver
{
    /// <summary>The most viewers of one host.</summary>
    public const int MostViewers = 5000;

    private const int MostRemembered = 1000;
    private static readonly TimeSpan _renewEvery = TimeSpan.FromSeconds(ILiveFeedGrain.SubscriptionSeconds / 3);
    private static readonly TimeSpan _tryAgainIn = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<Viewer, bool> _viewers = new();
    private readonly Queue<LiveMessage> _remembered = new();
    private readonly SemaphoreSlim _wanted = new(0);
    private readonly Lock _order = new();
    private TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ILiveObserver? _myself;
    private Guid _feed;
    private long _next;
    private long _expected;

    /// <summary>Whether there is room for another viewer.</summary>
    public bool HasRoom => _viewers.Count < MostViewers;

    /// <summary>Whether news comes in; while it does not, those who look have to ask.</summary>
    public bool IsListening { get; private set; }

    /// <summary>News for one viewer, for as long as they look.</summary>
    /// <param name="onlyOwner">Whose websites they may see; null = everybody's.</param>
    /// <param name="after">The <see cref="LiveMessage.Id"/> they had last, if they had any: what came since is told first, or that it is not known any more.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <remarks>The first message is <see cref="LiveMessage.Listening"/>, which may take a moment; what happens from then on is not missed unnoticed.</remarks>
    public async IAsyncEnumerable<LiveMessage> WatchAsync(OwnerId? onlyOwner, string? after = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var viewer = new Viewer(onlyOwner);
        lock (_order)
        {
            Resume(viewer, after);
            _viewers[viewer] = true;
        }

        _wanted.Release();
        try
        {
            await _listening.Task.WaitAsync(cancellationToken);
            yield return LiveMessage.Listening;
            while (await viewer.Waiting.WaitToReadAsync(cancellationToken))
            {
                while (viewer.Waiting.TryRead(out var message))
                    yield return message;
                if (viewer.TakeMissed())
                    yield return LiveMessage.Missed;
            }
        }
        finally
        {
            _viewers.TryRemove(viewer, out _);
        }
    }

    public Task HearAsync(LiveBatch batch)
    {
        lock (_order)
        {
            if (batch.Feed != _feed || batch.First != _next || batch.IsIncomplete)
                BeginAnew(batch.Feed, batch.First);
            foreach (var news in batch.News)
                TellAll(new LiveMessage(LiveSign.News, Id(batch.Feed, _next++), news));
        }

        return Task.CompletedTask;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await ListenWhileWantedAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            IsListening = false;      // the host ends
        }
    }

    private async Task ListenWhileWantedAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            if (_viewers.IsEmpty)
            {
                await StopListeningAsync();
                await _wanted.WaitAsync(stoppingToken);
                continue;
            }

            IsListening = await ListenAsync();
            await Task.Delay(IsListening ? _renewEvery : _tryAgainIn, clock, stoppingToken);
        }
    }

    private async Task<bool> ListenAsync()
    {
        try
        {
            _myself ??= grains.CreateObjectReference<ILiveObserver>(this);
            var start = await grains.GetGrain<ILiveFeedGrain>(0).SubscribeAsync(_myself);
            lock (_order)
            {
                // News that the feed had sent at the last renewal, and that is not here yet, is lost.
                if (start.Feed != _feed || _next < _expected)
                    BeginAnew(start.Feed, start.Next);
                _expected = start.Next;
            }

            _listening.TrySetResult();
            return true;
        }
        catch (Exception e)
        {
            LogNotListening(e);
            return false;
        }
    }

    private async Task StopListeningAsync()
    {
        IsListening = false;
        if (!_listening.Task.IsCompleted)
            return;
        _listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_order)
        {
            (_feed, _next, _expected) = (Guid.Empty, 0, 0);
            _remembered.Clear();
        }

        try
        {
            await grains.GetGrain<ILiveFeedGrain>(0).UnsubscribeAsync(_myself!);
        }
        catch (Exception e)
        {
            LogNotListening(e);      // it ends by itself when it is not renewed
        }
    }

    // Those who look have to read again, unless they only just began.
    private void BeginAnew(Guid feed, long next)
    {
        var isFirst = _feed == Guid.Empty;
        (_feed, _next, _expected) = (feed, next, next);
        _remembered.Clear();
        if (isFirst)
            return;
        foreach (var viewer in _viewers.Keys)
            viewer.Tell(LiveMessage.Missed);
    }

    private void TellAll(LiveMessage message)
    {
        _remembered.Enqueue(message);
        if (_remembered.Count > MostRemembered)
            _remembered.Dequeue();
        foreach (var viewer in _viewers.Keys)
            viewer.Tell(message);
    }

    private void Resume(Viewer viewer, string? after)
    {
        if (string.IsNullOrEmpty(after) || (_next > 0 && after == Id(_feed, _next - 1)))
            return;
        var since = _remembered.SkipWhile(message => message.Id != after).Skip(1).ToList();
        if (since.Count == 0)
            viewer.Tell(LiveMessage.Missed);
        foreach (var message in since)
            viewer.Tell(message);
    }

    private static string Id(Guid feed, long number) => string.Create(CultureInfo.InvariantCulture, $"{feed:N}-{number}");

    [LoggerMessage(4191, LogLevel.Warning, "News of websites cannot be had from the cluster at the moment; it is tried again")]
    private partial void LogNotListening(Exception exception);
}
