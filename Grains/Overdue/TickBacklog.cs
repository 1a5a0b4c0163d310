namespace UptimeSquirrel.Grains.Overdue;

/// <summary>How many ticks wait for their turn in this silo.</summary>
/// <remarks>While some do, their websites look overdue to the database, and none of them is forgotten: to sweep for them would only make the silo later still.</remarks>
public sealed class TickBacklog
{
    private int _waiting;

    /// <summary>Whether the silo is behind with ticks that it knows of.</summary>
    public bool IsThere => Volatile.Read(ref _waiting) > 0;

    /// <summary>One begins to wait.</summary>
    public void Add() => Interlocked.Increment(ref _waiting);

    /// <summary>One has its turn.</summary>
    public void Remove() => Interlocked.Decrement(ref _waiting);
}
