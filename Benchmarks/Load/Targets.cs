using System.Collections.Concurrent;
using System.Globalization;

namespace UptimeSquirrel.Benchmarks.Load;

/// <summary>All the websites that are watched: one server, a path for each. Notes when each was looked at.</summary>
internal sealed class Targets(int count, TimeProvider clock)
{
    private readonly ConcurrentQueue<long>[] _looks = [.. Enumerable.Range(0, count).Select(_ => new ConcurrentQueue<long>())];
    private WebApplication? _server;

    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(context =>
        {
            if (int.TryParse(context.Request.Path.Value.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                _looks[number].Enqueue(clock.GetTimestamp());
            return Task.CompletedTask;
        });
        await _server.StartAsync();
        Address = new Uri(_server.Urls.First());
    }

    public int LooksSince(long begin) => _looks.Sum(looks => looks.Count(look => look >= begin));

    /// <summary>For each website the longest time without a look between two moments.</summary>
    public TimeSpan[] LongestGaps(long begin, long end) => [.. _looks.Select(looks =>
    {
        var longest = TimeSpan.Zero;
        var last = begin;
        foreach (var look in looks.Where(look => look >= begin && look <= end).Append(end))
        {
            var gap = clock.GetElapsedTime(last, look);
            longest = gap > longest ? gap : longest;
            last = look;
        }

        return longest;
    })];

    public async Task StopAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }
}
