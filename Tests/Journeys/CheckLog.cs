using System.Collections.Concurrent;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Journeys;

/// <summary>Many websites on one server that writes down when each was looked at: what really happened, whatever silos say.</summary>
internal sealed class CheckLog : IAsyncDisposable
{
    private readonly LocalWebsite _server;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<DateTimeOffset>> _looks = new();

    private CheckLog(LocalWebsite server)
    {
        _server = server;
        server.Answer = conversation =>
        {
            _looks.GetOrAdd(conversation.Path, _ => new()).Enqueue(Now);
            return Answers.Ok(conversation);
        };
    }

    public static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public static async Task<CheckLog> StartAsync() => new(await LocalWebsite.StartAsync());

    public IEnumerable<string> Urls(int count) => Enumerable.Range(0, count).Select(number => $"{_server.Url.Text}{number}");

    /// <summary>Waits until this many websites were looked at so many times since a moment.</summary>
    public Task LookedAtAsync(int websites, int times, DateTimeOffset since, TimeSpan patience) => Eventually.TrueAsync(
        () => Task.FromResult(_looks.Values.Count(looks => looks.Count(at => at > since) >= times) == websites),
        patience,
        () => $"Of {websites} websites, {_looks.Values.Count(looks => looks.Count(at => at > since) >= times)} were looked at {times} times since.");

    /// <summary>Every two looks at the same website that followed one another.</summary>
    public IEnumerable<(string Path, DateTimeOffset From, DateTimeOffset To)> Pairs() =>
        _looks.SelectMany(website => website.Value.Order().Zip(website.Value.Order().Skip(1), (from, to) => (website.Key, from, to)));

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
