namespace UptimeSquirrel.Benchmarks.Approaches;

/// <summary>Runs everything that is awaited on the thread that called, as an event loop does.</summary>
/// <remarks>The sockets below are still served by the threads of the runtime: that is what an event loop's operating system does elsewhere.</remarks>
internal sealed class OneThread : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _queue = new();
    private bool _isOver;

    public static T Run<T>(Func<Task<T>> work)
    {
        var before = Current;
        var here = new OneThread();
        SetSynchronizationContext(here);
        try
        {
            var task = work();
            task.ContinueWith(_ => here.End(), TaskScheduler.Default);
            while (here.Next() is ({ } callback, var state))
                callback(state);
            return task.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_queue)
        {
            _queue.Enqueue((d, state));
            Monitor.Pulse(_queue);
        }
    }

    private void End()
    {
        lock (_queue)
        {
            _isOver = true;
            Monitor.Pulse(_queue);
        }
    }

    private (SendOrPostCallback? Callback, object? State) Next()
    {
        lock (_queue)
        {
            while (_queue.Count == 0 && !_isOver)
                Monitor.Wait(_queue);
            return _queue.TryDequeue(out var next) ? next : default((SendOrPostCallback?, object?));
        }
    }
}
