using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Doubt;

/// <summary>The looks at websites that were up: all of them counted, the freshly failed ones kept.</summary>
internal sealed class RecentLooks
{
    private readonly Lock _lock = new();
    private readonly Queue<Failure> _failures = new();
    private readonly HashSet<WebsiteId> _failed = [];
    private long _looks;

    /// <summary>Counts a look. All that a healthy one costs.</summary>
    public void Count() => Interlocked.Increment(ref _looks);

    /// <summary>Keeps a look, counted already, as failed.</summary>
    public Tally Fail(in SampleWebsite website, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (_failed.Add(website.Id))
                _failures.Enqueue(new Failure(website, now, Interlocked.Read(ref _looks) - 1));
        }

        return TallyAt(now);
    }

    public Tally TallyAt(DateTimeOffset now)
    {
        lock (_lock)
        {
            Forget(now);
            return _failures.TryPeek(out var first) ? new Tally(_failures.Count, Interlocked.Read(ref _looks) - first.LooksBefore) : default;
        }
    }

    /// <summary>Some of the freshly failed websites, from all over: neighbours in time may be neighbours in one network.</summary>
    public IReadOnlyList<SampleWebsite> Sample(int size, DateTimeOffset now)
    {
        lock (_lock)
        {
            Forget(now);
            var failures = _failures.ToArray();
            var taken = Math.Min(size, failures.Length);
            return [.. Enumerable.Range(0, taken).Select(i => failures[(long)i * failures.Length / taken].Website)];
        }
    }

    private void Forget(DateTimeOffset now)
    {
        while (_failures.TryPeek(out var oldest) && now - oldest.At > DoubtRules.Fresh)
            _failed.Remove(_failures.Dequeue().Website.Id);
    }

    private readonly record struct Failure(SampleWebsite Website, DateTimeOffset At, long LooksBefore);
}
