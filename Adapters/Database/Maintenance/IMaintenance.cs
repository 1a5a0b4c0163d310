namespace UptimeSquirrel.Adapters.Database.Maintenance;

/// <summary>Keeps one kind of database in shape. May run in several silos at once.</summary>
internal interface IMaintenance
{
    /// <summary>Makes room for the coming days, adds up the days that are over, and deletes what is too old.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
