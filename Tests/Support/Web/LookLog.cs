using System.Collections.Concurrent;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Support.Web;

/// <summary>One server that plays many websites, each a path of its own, and notes when each was looked at.</summary>
public sealed class LookLog : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<long>> _looks = new();
    private readonly LocalWebsite _server;

    private LookLog(LocalWebsite server)
    {
        _server = server;
        _server.Answer = conversation =>
        {
            _looks.GetOrAdd(conversation.Path, _ => new()).Enqueue(TimeProvider.System.GetTimestamp());
            return Answers.Ok(conversation);
        };
    }

    public static async Task<LookLog> StartAsync() => new(await LocalWebsite.StartAsync());

    public WebsiteUrl Url(int number) => WebsiteUrl.Parse($"{_server.Url}{number}");

    /// <summary>How many websites have been looked at this often.</summary>
    public int SeenAtLeast(int times) => _looks.Values.Count(looks => looks.Count >= times);

    /// <summary>For each website, the longest time between two looks that follow each other, up to now, the longest of all first.</summary>
    public IReadOnlyList<TimeSpan> LongestGaps()
    {
        var now = TimeProvider.System.GetTimestamp();
        return [.. _looks.Values.Select(looks => looks.Append(now).Order().Pairwise().Max()).OrderDescending()];
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}

file static class Moments
{
    public static IEnumerable<TimeSpan> Pairwise(this IEnumerable<long> moments)
    {
        var list = moments.ToList();
        return list.Zip(list.Skip(1), (earlier, later) => TimeProvider.System.GetElapsedTime(earlier, later));
    }
}
