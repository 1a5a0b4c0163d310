using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Logging.Abstractions;
using UptimeSquirrel.Adapters.Database;
using UptimeSquirrel.Adapters.Database.Journal;
using UptimeSquirrel.Grains.Journal;

namespace UptimeSquirrel.Benchmarks.Micro;

/// <summary>A check on its way into the journal, up to the database, which takes everything and does nothing. The figures are of one check.</summary>
public class JournalAppend
{
    private readonly DirectoryInfo _spill = Directory.CreateTempSubdirectory("uptimesquirrel-micro-");
    private readonly CheckRow[] _checks = Sample.Checks(JournalWriter.BatchSize, batch: 0);
    private DatabaseJournal? _journal;

    /// <summary>Starts the journal.</summary>
    [GlobalSetup]
    public Task StartAsync()
    {
        _journal = Make(_spill.FullName);
        return _journal.StartAsync(CancellationToken.None);
    }

    /// <summary>Ends it.</summary>
    [GlobalCleanup]
    public async Task EndAsync()
    {
        await _journal!.DisposeAsync();
        _spill.Delete(recursive: true);
    }

    /// <summary>Recorded by the grain, gathered by the writer, handed to the store.</summary>
    [Benchmark(OperationsPerInvoke = JournalWriter.BatchSize)]
    public Task Append()
    {
        foreach (var check in _checks)
            _journal!.Record(check);
        return _journal!.FlushAsync(CancellationToken.None);
    }

    private static DatabaseJournal Make(string spillFolder) =>
        new(new Nowhere(), new DatabaseOptions { SpillFolder = spillFolder }, TimeProvider.System, NullLogger<JournalWriter>.Instance);

    private sealed class Nowhere : IJournalStore
    {
        public Task StoreAsync(ReadOnlyMemory<JournalEntry> rows, CancellationToken cancellationToken) => Task.CompletedTask;

        public bool IsRefusal(Exception trouble) => false;
    }
}
