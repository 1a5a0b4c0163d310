namespace UptimeSquirrel.Adapters.Database;

/// <summary>Says whether the database answers.</summary>
public interface IDatabaseHealth
{
    /// <summary>Asks the database once, cheaply, and waits at most two seconds.</summary>
    Task<bool> IsReachableAsync(CancellationToken cancellationToken);
}
