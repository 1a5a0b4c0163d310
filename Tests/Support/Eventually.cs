namespace UptimeSquirrel.Tests.Support;

/// <summary>Waits for something that happens outside of this process and tells nobody.</summary>
internal static class Eventually
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(20);

    public static Task HoldsAsync(Func<bool> condition, TimeSpan? patience = null) => HoldsAsync(() => Task.FromResult(condition()), patience);

    public static async Task HoldsAsync(Func<Task<bool>> condition, TimeSpan? patience = null)
    {
        var clock = TimeProvider.System;
        var start = clock.GetTimestamp();
        while (!await condition())
        {
            if (clock.GetElapsedTime(start) > (patience ?? TimeSpan.FromSeconds(30)))
                throw new TimeoutException("It did not happen in time.");
            await Task.Delay(_pause, clock);
        }
    }
}
