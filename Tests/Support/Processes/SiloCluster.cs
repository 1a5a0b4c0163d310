namespace UptimeSquirrel.Tests.Support.Processes;

/// <summary>Several silos on one PostgreSQL, each in a process and a folder of its own, all started at the same moment.</summary>
internal sealed class SiloCluster : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    private SiloCluster(string database, int count, string[] arguments)
    {
        Database = database;
        Silos = [.. Enumerable.Range(1, count).Select(number =>
        {
            var own = Directory.CreateDirectory(_folder.File($"silo-{number}")).FullName;
            return SiloProcess.Launch(own, [$"--Database:ConnectionString={database}", "--Cluster:AdvertisedAddress=127.0.0.1", .. arguments]);
        })];
        Squirrel = new Squirrel(_folder.Path, database);
    }

    public string Database { get; }
    public IReadOnlyList<SiloProcess> Silos { get; }

    /// <summary>A command line that finds the silos through the database.</summary>
    public Squirrel Squirrel { get; }

    public string Folder => _folder.Path;

    public static async Task<SiloCluster> StartAsync(PostgresServer postgres, int count, params string[] arguments)
    {
        var cluster = new SiloCluster(await postgres.CreateDatabaseAsync(), count, arguments);
        foreach (var silo in cluster.Silos)
            await silo.ReadyAsync();
        await cluster.AgreesAsync();
        return cluster;
    }

    /// <summary>Waits until every silo that runs sees all the others that do.</summary>
    public async Task AgreesAsync()
    {
        var running = Silos.Where(silo => !silo.Process.HasExited).ToList();
        foreach (var silo in running)
            await Eventually.HoldsAsync(async () => (await silo.GetAsync("/readyz")).Body.Contains($"one of {running.Count}\"", StringComparison.Ordinal), TimeSpan.FromSeconds(60));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var silo in Silos)
            await silo.DisposeAsync();
        _folder.Dispose();
    }
}
