namespace UptimeSquirrel.Silo.Starting;

/// <summary>The life of the program, to be waited for.</summary>
internal static class Lifetime
{
    /// <summary>Waits until everything has started.</summary>
    public static async Task StartedAsync(this IHostApplicationLifetime life, CancellationToken stop)
    {
        var started = new TaskCompletionSource();
        await using var registration = life.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stop);
    }
}
