namespace UptimeSquirrel.Grains.Absence;

/// <summary>Knows for the whole silo whether the database is away: one finds out, and the others need not wait for it one by one.</summary>
public interface IDatabaseWatch
{
    /// <summary>True from the first sign that the database is away until it has answered again.</summary>
    bool IsAway { get; }

    /// <summary>Says that a statement failed. The database counts as away until it has answered, which is asked at once.</summary>
    void Report(Exception trouble);
}
