namespace UptimeSquirrel.Adapters.Database;

/// <summary>Which database keeps everything.</summary>
public enum DatabaseKind
{
    /// <summary>A file, for one silo; nothing to install.</summary>
    Sqlite,

    /// <summary>A server, for any number of silos.</summary>
    Postgres,
}
