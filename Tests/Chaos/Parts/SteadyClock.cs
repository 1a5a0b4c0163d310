namespace UptimeSquirrel.Chaos.Parts;

/// <summary>The wall clock of the moment it was made, carried on by the clock that nobody sets.</summary>
internal sealed class SteadyClock : TimeProvider
{
    private readonly DateTimeOffset _began = System.GetUtcNow();
    private readonly long _since = System.GetTimestamp();

    /// <summary>How far the wall clock is from this one by now.</summary>
    public TimeSpan Drift => System.GetUtcNow() - GetUtcNow();

    public override DateTimeOffset GetUtcNow() => _began + System.GetElapsedTime(_since);
}
