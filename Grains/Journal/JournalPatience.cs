namespace UptimeSquirrel.Grains.Journal;

/// <summary>Waits for the read model where somebody is about to look at it.</summary>
internal static class JournalPatience
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);

    /// <summary>Waits until everything recorded before is stored, for two seconds at most: a slow read model is no reason to fail.</summary>
    /// <returns>Whether it is.</returns>
    public static async Task<bool> TryFlushAsync(this IJournal journal)
    {
        using var patience = new CancellationTokenSource(_patience);
        try
        {
            await journal.FlushAsync(patience.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
