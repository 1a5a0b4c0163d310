using Microsoft.Extensions.Logging;
using UptimeSquirrel.Adapters.Database;
using UptimeSquirrel.Adapters.Database.Journal;
using UptimeSquirrel.Tests.Support;
using static UptimeSquirrel.Tests.Adapters.Database.Rows;

namespace UptimeSquirrel.Tests.Adapters.Database;

/// <summary>A journal over a store that can be told to be away. Rows are numbers: a check that took so many milliseconds.</summary>
internal sealed class FakeHouse : IAsyncDisposable
{
    private readonly DatabaseJournal _journal;
    private readonly LoggerFactory _logging;

    public FakeHouse(string? folder = null, TimeProvider? clock = null)
    {
        Folder = folder ?? Path.Combine(Path.GetTempPath(), $"uptime-spill-{Guid.NewGuid():N}");
        _logging = new LoggerFactory([Log]);
        _journal = new DatabaseJournal(
            Store, new DatabaseOptions { SpillFolder = Folder, RowsInMemory = 1000 }, clock ?? TimeProvider.System, _logging.CreateLogger<JournalWriter>());
        _ = _journal.StartAsync(CancellationToken.None);
    }

    public string Folder { get; }
    public LogRecorder Log { get; } = new();
    public FakeStore Store { get; } = new();
    public DatabaseJournal Journal => _journal;

    public void Record(int number) => _journal.Record(Healthy(Website("https://shop.test/"), Noon, number));

    public Task StopAsync() => _journal.StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _journal.DisposeAsync();
        _logging.Dispose();
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }

    internal sealed class FakeStore : IJournalStore
    {
        private volatile bool _isAway;

        public bool IsAway { get => _isAway; set => _isAway = value; }

        public int Refusals { get; private set; }

        public List<int> Numbers { get; } = [];

        public Task StoreAsync(ReadOnlyMemory<JournalEntry> rows, CancellationToken cancellationToken)
        {
            if (IsAway)
            {
                Refusals++;
                throw new IOException("The database is away.");
            }

            foreach (var row in rows.Span)
                if (row.Other is null)
                    Numbers.Add((int)row.Check.Latency.TotalMilliseconds);
            return Task.CompletedTask;
        }

        public bool IsRefusal(Exception trouble) => false;
    }
}
