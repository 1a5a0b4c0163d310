using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using UptimeSquirrel.Adapters.Database.Absence;
using UptimeSquirrel.Adapters.Database.Auditing;
using UptimeSquirrel.Adapters.Database.Journal;
using UptimeSquirrel.Adapters.Database.Maintenance;
using UptimeSquirrel.Adapters.Database.MaintenanceWindows;
using UptimeSquirrel.Adapters.Database.Overdue;
using UptimeSquirrel.Adapters.Database.Postgres;
using UptimeSquirrel.Adapters.Database.Reading;
using UptimeSquirrel.Adapters.Database.Sqlite;
using UptimeSquirrel.Grains.Absence;
using UptimeSquirrel.Grains.Auditing;
using UptimeSquirrel.Grains.History;
using UptimeSquirrel.Grains.Journal;
using UptimeSquirrel.Grains.Maintenance;
using UptimeSquirrel.Grains.Overdue;
using UptimeSquirrel.Grains.Owners.Reports;
using UptimeSquirrel.Grains.StatusPages;

namespace UptimeSquirrel.Adapters.Database;

/// <summary>Brings the database into the house.</summary>
public static class DatabaseServices
{
    /// <summary>
    /// Adds the journal, the catalogue, the history, the database's health and its maintenance. Call it before Orleans is added, so that
    /// the journal is flushed after the grains have stopped; and call <see cref="IDatabaseStartup.PrepareAsync"/> before the host runs.
    /// </summary>
    /// <exception cref="DatabaseUnusableException">A setting makes no sense.</exception>
    public static IServiceCollection AddUptimeDatabase(this IServiceCollection services, DatabaseOptions options)
    {
        if (options.FindProblems().ToList() is { Count: > 0 } problems)
            throw new DatabaseUnusableException("The settings of the database are wrong. " + string.Join(' ', problems));

        services.TryAddSingleton(TimeProvider.System);
        var database = UptimeDatabase.Open(options.ConnectionString);
        services.AddSingleton(options);
        services.AddSingleton(_ => database);      // a factory, so that the container disposes of it
        services.AddSingleton<IDatabaseStartup, DatabaseStartup>();
        services.AddSingleton<IDatabaseHealth, DatabaseHealth>();
        services.AddSingleton<ICatalogStore, CatalogStore>();
        services.AddSingleton<IHistoryStore, HistoryStore>();
        services.AddSingleton<IOverdueStore, OverdueStore>();
        services.AddSingleton<IMaintenanceStore, MaintenanceWindowStore>();
        services.AddSingleton<IReportStore, ReportStore>();
        services.AddSingleton<IAuditStore, AuditStore>();
        services.AddSingleton<IStatusPageStore, StatusPageStore>();
        services.AddSingleton<DatabaseJournal>();
        services.AddSingleton<IJournal>(provider => provider.GetRequiredService<DatabaseJournal>());
        services.AddHostedService(provider => provider.GetRequiredService<DatabaseJournal>());
        services.AddHostedService<MaintenanceService>();
        services.AddAbsence();
        return database.Kind == DatabaseKind.Postgres ? services.AddPostgres() : services.AddSqlite();
    }

    // What goes on while the database is away.
    private static void AddAbsence(this IServiceCollection services) => services
        .AddSingleton<ISpoolFile, SpoolFile>()
        .AddSingleton<DatabaseWatch>()
        .AddSingleton<IDatabaseWatch>(provider => provider.GetRequiredService<DatabaseWatch>())
        .AddHostedService(provider => provider.GetRequiredService<DatabaseWatch>())
        .AddSingleton<OwnerBook>()
        .AddSingleton<IOwnerBook>(provider => provider.GetRequiredService<OwnerBook>())
        .AddHostedService(provider => provider.GetRequiredService<OwnerBook>());

    private static IServiceCollection AddPostgres(this IServiceCollection services) => services
        .AddSingleton<PostgresDays>()
        .AddSingleton<IJournalStore, PostgresJournalStore>()
        .AddSingleton<IMaintenance, PostgresMaintenance>();

    private static IServiceCollection AddSqlite(this IServiceCollection services) => services
        .AddSingleton<IJournalStore, SqliteJournalStore>()
        .AddSingleton<IMaintenance, SqliteMaintenance>();
}
