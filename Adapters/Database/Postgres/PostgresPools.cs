using Npgsql;

namespace UptimeSquirrel.Adapters.Database.Postgres;

/// <summary>One pool of connections for each use.</summary>
internal static class PostgresPools
{
    public static NpgsqlDataSource Open(string connectionString, DatabaseUse use)
    {
        var settings = DatabaseConnectionString.ReadPostgres(connectionString);
        settings.MaxPoolSize = use switch
        {
            DatabaseUse.Membership => 5,
            DatabaseUse.Reminders => 40,      // a silo reads its thirty ranges of the ring at the same time
            DatabaseUse.GrainState => 30,
            DatabaseUse.Journal => 3,         // one writer and the maintenance
            _ => 10,
        };
        settings.MinPoolSize = Math.Min(settings.MinPoolSize, settings.MaxPoolSize);

        // The texts never change, so preparing them pays; whoever uses a pooler that cannot may say so.
        if (!DatabaseConnectionString.Sets(connectionString, "Max Auto Prepare"))
            settings.MaxAutoPrepare = 32;
        if (!DatabaseConnectionString.Sets(connectionString, "Auto Prepare Min Usages"))
            settings.AutoPrepareMinUsages = 2;
        if (!DatabaseConnectionString.Sets(connectionString, "Application Name"))
            settings.ApplicationName = $"UptimeSquirrel {use}";
        return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }
}
