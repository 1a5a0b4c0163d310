using System.ComponentModel.DataAnnotations;

namespace UptimeSquirrel.Silo.Settings;

/// <summary>Where everything is kept. Section <c>Database</c>.</summary>
public sealed class DatabaseSettings
{
    /// <summary>Which database: one with <c>Host=</c> is PostgreSQL, any other is an embedded SQLite file that is created when missing.</summary>
    /// <remarks>Default <c>Data Source=data/uptimesquirrel.db</c>, relative to the folder the silo was started in.</remarks>
    [Required]
    public string ConnectionString { get; set; } = "Data Source=data/uptimesquirrel.db";
}
