namespace UptimeSquirrel.Adapters.Database.Journal;

/// <summary>Remembers since when the database is away, so that it is told once and not at every attempt.</summary>
internal sealed class DatabaseAbsence(TimeProvider clock)
{
    private long? _since;

    /// <summary>Returns whether this is news.</summary>
    public bool Begin()
    {
        if (_since is not null)
            return false;
        _since = clock.GetTimestamp();
        return true;
    }

    /// <summary>Returns whether it was away, and for how long.</summary>
    public bool End(out TimeSpan lasted)
    {
        lasted = _since is { } since ? clock.GetElapsedTime(since) : TimeSpan.Zero;
        var wasAway = _since is not null;
        _since = null;
        return wasAway;
    }
}
