using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using UptimeSquirrel.Live;

namespace UptimeSquirrel.Grains.Live;

/// <summary>Collects what happens on this silo and sends it to the feed, some at a time. Telling it costs next to nothing and never fails.</summary>
internal sealed partial class LiveReporter(IGrainFactory grains, ILogger<LiveReporter> logger) : BackgroundService
{
    private const int MostKept = 10_000;
    private const int MostAtOnce = 500;

    // Longer than the journal takes to store what happened: whoever reads lists because of the news then finds it there.
    private static readonly TimeSpan _gather = TimeSpan.FromMilliseconds(400);

    private readonly Channel<LiveNews> _kept = Channel.CreateBounded<LiveNews>(new BoundedChannelOptions(MostKept) { SingleReader = true });
    private int _isIncomplete;

    /// <summary>Sends it soon; what is too much is dropped, and that is said.</summary>
    public void Tell(LiveNews news)
    {
        if (!_kept.Writer.TryWrite(news))
            Interlocked.Exchange(ref _isIncomplete, 1);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await PublishAllAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The silo ends. A host that is disposed without being stopped would take this for an error.
        }
    }

    private async Task PublishAllAsync(CancellationToken stoppingToken)
    {
        while (await _kept.Reader.WaitToReadAsync(stoppingToken))
        {
            await Task.Delay(_gather, TimeProvider.System, stoppingToken);
            var news = new List<LiveNews>();
            while (news.Count < MostAtOnce && _kept.Reader.TryRead(out var one))
                news.Add(one);
            await PublishAsync(news);
        }
    }

    private async Task PublishAsync(List<LiveNews> news)
    {
        var isIncomplete = Interlocked.Exchange(ref _isIncomplete, 0) == 1;
        try
        {
            await grains.GetGrain<ILiveFeedGrain>(0).PublishAsync(news, isIncomplete);
        }
        catch (Exception e)
        {
            LogNotTold(e, news.Count);
            Interlocked.Exchange(ref _isIncomplete, 1);
        }
    }

    [LoggerMessage(4190, LogLevel.Warning, "{Count} changes of websites could not be shown to those who look now; their pages read again with the next change")]
    private partial void LogNotTold(Exception exception, int count);
}
