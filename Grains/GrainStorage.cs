namespace UptimeSquirrel.Grains;

/// <summary>How grains write their state.</summary>
internal static class GrainStorage
{
    /// <summary>Writes a changed state. When that fails the change is taken back, and the grain ends.</summary>
    /// <param name="grain">Whose state it is.</param>
    /// <param name="stored">The state, changed already.</param>
    /// <param name="takeBack">Makes it again what it was.</param>
    public static async Task StoreAsync<T>(this IGrainBase grain, IPersistentState<T> stored, Action takeBack)
    {
        try
        {
            await stored.WriteStateAsync();
        }
        catch
        {
            // Whether that was stored is not known: the next activation reads what is there.
            takeBack();
            grain.DeactivateOnIdle();
            throw;
        }
    }
}
