namespace UptimeSquirrel.Adapters.Database;

/// <summary>Makes the database ready for a silo.</summary>
public interface IDatabaseStartup
{
    /// <summary>
    /// Creates what is missing, waits for a server that is just starting, and brings the schema up to date. Call it before Orleans starts.
    /// Any number of silos may do this at the same moment.
    /// </summary>
    /// <exception cref="DatabaseUnusableException">It cannot be made ready; the message says why and what to do.</exception>
    Task PrepareAsync(CancellationToken cancellationToken);
}
