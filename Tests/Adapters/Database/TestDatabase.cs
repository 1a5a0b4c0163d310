using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using UptimeSquirrel.Adapters.Database;
using UptimeSquirrel.Adapters.Database.Absence;
using UptimeSquirrel.Adapters.Database.Journal;
using UptimeSquirrel.Adapters.Database.Maintenance;
using UptimeSquirrel.Grains.Auditing;
using UptimeSquirrel.Grains.History;
using UptimeSquirrel.Grains.Journal;
using UptimeSquirrel.Grains.Maintenance;
using UptimeSquirrel.Grains.Overdue;
using UptimeSquirrel.Grains.Owners.Reports;
using UptimeSquirrel.Tests.Support;

namespace UptimeSquirrel.Tests.Adapters.Database;

/// <summary>A fresh database with everything that the house puts on it; the journal runs, the maintenance only when told to.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("uptime-test-").FullName;
    private readonly ServiceProvider _services;

    private TestDatabase(string? connectionString, TimeProvider clock)
    {
        Log = new LogRecorder();
        Options = new DatabaseOptions
        {
            ConnectionString = connectionString ?? $"Data Source={Path.Combine(_folder, "sub", "uptime.db")}",
            SpillFolder = Path.Combine(_folder, "spill"),
            RowsInMemory = 1000,
            StartTimeout = TimeSpan.FromSeconds(10),
        };
        _services = new ServiceCollection()
            .AddSingleton(clock)
            .AddLogging(logging => logging.AddProvider(Log))
            .AddUptimeDatabase(Options)
            .BuildServiceProvider();
    }

    public DatabaseOptions Options { get; }
    public LogRecorder Log { get; }
    public UptimeDatabase Database => _services.GetRequiredService<UptimeDatabase>();
    public IJournal Journal => _services.GetRequiredService<IJournal>();
    public IJournalStore Store => _services.GetRequiredService<IJournalStore>();
    public ICatalogStore Catalog => _services.GetRequiredService<ICatalogStore>();
    public IHistoryStore History => _services.GetRequiredService<IHistoryStore>();
    public IReportStore Reports => _services.GetRequiredService<IReportStore>();
    public IOverdueStore Overdue => _services.GetRequiredService<IOverdueStore>();
    public IMaintenanceStore Windows => _services.GetRequiredService<IMaintenanceStore>();
    public IAuditStore Audit => _services.GetRequiredService<IAuditStore>();
    public IMaintenance Maintenance => _services.GetRequiredService<IMaintenance>();
    public IDatabaseStartup Startup => _services.GetRequiredService<IDatabaseStartup>();
    public IDatabaseHealth Health => _services.GetRequiredService<IDatabaseHealth>();

    public OwnerBook Book => _services.GetRequiredService<OwnerBook>();
    public DatabaseWatch Watch => _services.GetRequiredService<DatabaseWatch>();

    private DatabaseJournal Writing => _services.GetRequiredService<DatabaseJournal>();

    /// <summary>SQLite in a folder of its own when there is no connection string.</summary>
    public static async Task<TestDatabase> OpenAsync(string? connectionString = null, TimeProvider? clock = null)
    {
        var database = Make(connectionString, clock);
        await database.Startup.PrepareAsync(CancellationToken.None);
        await database.Writing.StartAsync(CancellationToken.None);
        return database;
    }

    /// <summary>The same, not prepared.</summary>
    public static TestDatabase Make(string? connectionString = null, TimeProvider? clock = null) => new(connectionString, clock ?? TimeProvider.System);

    /// <summary>Stores without the queue, whose timer a fake clock would stop.</summary>
    public Task StoreAsync(params CheckRow[] checks) => Store.StoreAsync(checks.Select(check => new JournalEntry(check)).ToArray(), CancellationToken.None);

    public Task StopJournalAsync(CancellationToken cancellationToken = default) => Writing.StopAsync(cancellationToken);

    public async Task<DbConnection> ConnectAsync() => await Database.GrainState.OpenConnectionAsync();

    /// <summary>Asks over a connection of its own, so that it works right after the server was stopped and started, too.</summary>
    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? parameters = null)
    {
        await using var connection = Database.Kind == DatabaseKind.Postgres
            ? new NpgsqlConnection(Options.ConnectionString + ";Pooling=false")
            : await ConnectAsync();
        return (await connection.QueryAsync<T>(sql, parameters)).AsList();
    }

    public async Task<long> CountAsync(string table) => (await QueryAsync<long>($"select count(*) from {table}"))[0];

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
