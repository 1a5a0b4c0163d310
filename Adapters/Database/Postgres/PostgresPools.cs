using Npgsql;

namespace UptimeSquirrel.Adapters.Database.Postgres;

/// <summary>One pool of connections for each use.</summary>
internal static class PostgresPools
{
    public static NpgsqlDataSource Open(string connectionString, DatabaseUse use)
    {
        var settings = DatabaseConnectionString.ReadPostgres(connectionString);

        // 32 together: three silos fit into the 97 connections that PostgreSQL leaves to ordinary users by default, and a fourth
        // would have to be paid for with max_connections. A statement takes about a millisecond, so that a queue for ten is short.
        settings.MaxPoolSize = use switch
        {
            DatabaseUse.Membership => 3,
            DatabaseUse.Reminders => 10,
            DatabaseUse.GrainState => 10,
            DatabaseUse.Journal => 2,         // one writer and the maintenance
            DatabaseUse.Health => 1,
            _ => 6,
        };
        settings.MinPoolSize = Math.Min(settings.MinPoolSize, settings.MaxPoolSize);

        // What Orleans asks for is part of a call, and a tick of a reminder must have ended before a call times out after 30 s.
        if (use is DatabaseUse.Membership or DatabaseUse.Reminders or DatabaseUse.GrainState)
        {
            if (!Sets("Timeout"))
                settings.Timeout = 5;
            if (!Sets("Command Timeout"))
                settings.CommandTimeout = 8;
        }

        // The texts never change, so preparing them pays; whoever uses a pooler that cannot may say so.
        if (!Sets("Max Auto Prepare"))
            settings.MaxAutoPrepare = 32;
        if (!Sets("Auto Prepare Min Usages"))
            settings.AutoPrepareMinUsages = 2;
        if (!Sets("Application Name"))
            settings.ApplicationName = $"UptimeSquirrel {use}";
        return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();

        bool Sets(string key) => DatabaseConnectionString.Sets(connectionString, key);
    }
}
