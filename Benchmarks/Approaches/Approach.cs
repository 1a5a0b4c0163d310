using System.Collections.Concurrent;

namespace UptimeSquirrel.Benchmarks.Approaches;

/// <summary>The ways to do the same work for every item of a list.</summary>
internal static class Approach
{
    public const int Workers = 20;
    public const int Processes = 8;

    /// <summary>One after the other.</summary>
    public static int Serially(IReadOnlyList<string> items, Func<string, bool> work) => items.Count(work);

    /// <summary>Threads take the next item from a queue until it is empty.</summary>
    public static int ByThreads(IReadOnlyList<string> items, Func<string, bool> work)
    {
        using var queue = new BlockingCollection<string>();
        foreach (var item in items)
            queue.Add(item);
        queue.CompleteAdding();
        var good = 0;
        var threads = Enumerable.Range(0, Workers).Select(_ => new Thread(() =>
        {
            foreach (var item in queue.GetConsumingEnumerable())
                if (work(item))
                    Interlocked.Increment(ref good);
        })).ToArray();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
        return good;
    }

    /// <summary>A pool that does so many at a time; each item is a task that will have its result.</summary>
    public static async Task<int> ByFuturesAsync(IReadOnlyList<string> items, Func<string, bool> work)
    {
        ThreadPool.SetMinThreads(Workers, Workers);
        var pool = new TaskFactory<bool>(new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, Workers).ConcurrentScheduler);
        var results = await Task.WhenAll(items.Select(item => pool.StartNew(() => work(item))));
        return results.Count(good => good);
    }

    /// <summary>One thread that turns to another item whenever one has to wait.</summary>
    public static int OnOneThread(IReadOnlyList<string> items, Func<string, Task<bool>> work) =>
        OneThread.Run(async () => (await Task.WhenAll(items.Select(work))).Count(good => good));
}
