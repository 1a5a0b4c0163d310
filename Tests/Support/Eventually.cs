namespace UptimeSquirrel.Tests.Support;

/// <summary>Waits for something to become true, as long as a slow machine may need and not a moment longer.</summary>
internal static class Eventually
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(50);

    public static async Task TrueAsync(Func<Task<bool>> condition, TimeSpan patience, Func<string> complaint)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(began) > patience)
                throw new TimeoutException($"Not true within {patience}. {complaint()}");
            await Task.Delay(_pause, TimeProvider.System);
        }
    }

    public static Task TrueAsync(Func<bool> condition, Func<string> complaint) =>
        TrueAsync(() => Task.FromResult(condition()), TimeSpan.FromSeconds(30), complaint);

    public static async Task<T> GetAsync<T>(Func<Task<T>> read, Func<T, bool> isIt, TimeSpan? patience = null)
    {
        var seen = default(T)!;
        await TrueAsync(async () => isIt(seen = await read()), patience ?? TimeSpan.FromSeconds(30), () => $"Last seen: {seen}");
        return seen;
    }

    public static Task HoldsAsync(Func<bool> condition, TimeSpan? patience = null) => HoldsAsync(() => Task.FromResult(condition()), patience);

    public static Task HoldsAsync(Func<Task<bool>> condition, TimeSpan? patience = null) =>
        TrueAsync(condition, patience ?? TimeSpan.FromSeconds(30), () => "It did not happen in time.");
}
