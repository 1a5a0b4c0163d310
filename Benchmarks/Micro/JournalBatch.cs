using BenchmarkDotNet.Attributes;
using UptimeSquirrel.Adapters.Database;
using UptimeSquirrel.Adapters.Database.Journal;
using UptimeSquirrel.Benchmarks.Load;

namespace UptimeSquirrel.Benchmarks.Micro;

/// <summary>A full batch of checks written to a database, with all the sums that are kept of them. The figures are of one check.</summary>
/// <remarks>A batch is too long for many in an iteration, so there are more iterations.</remarks>
[IterationCount(20)]
public class JournalBatch
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("uptimesquirrel-micro-");
    private LoadDatabase? _database;
    private ServiceProvider? _services;
    private IJournalStore? _store;
    private JournalEntry[] _batch = [];
    private int _batches;

    /// <summary>Which database.</summary>
    [Params("postgres", "sqlite")]
    public string Database { get; set; } = "";

    /// <summary>Makes an empty database.</summary>
    [GlobalSetup]
    public async Task StartAsync()
    {
        _database = await LoadDatabase.OpenAsync(Database);
        _services = new ServiceCollection().AddLogging()
            .AddUptimeDatabase(new DatabaseOptions { ConnectionString = _database.ConnectionString, SpillFolder = _folder.FullName })
            .BuildServiceProvider();
        await _services.GetRequiredService<IDatabaseStartup>().PrepareAsync(CancellationToken.None);
        _store = _services.GetRequiredService<IJournalStore>();
    }

    /// <summary>Removes it.</summary>
    [GlobalCleanup]
    public async Task EndAsync()
    {
        await _services!.DisposeAsync();
        await _database!.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>Makes other checks of the same websites: the same ones again would change nothing.</summary>
    [IterationSetup]
    public void TakeOthers() => _batch = [.. Sample.Checks(JournalWriter.BatchSize, _batches++).Select(check => new JournalEntry(check))];

    /// <summary>Stores them.</summary>
    [Benchmark(OperationsPerInvoke = JournalWriter.BatchSize)]
    public Task Write() => _store!.StoreAsync(_batch, CancellationToken.None);
}
