using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using UptimeSquirrel.Grains.Journal;
using UptimeSquirrel.History;

namespace UptimeSquirrel.Adapters.Database.Journal;

/// <summary>The journal in the database: callers put rows into a queue, <see cref="JournalWriter"/> writes them in batches.</summary>
internal sealed class DatabaseJournal : IJournal, IHostedService, IAsyncDisposable
{
    private readonly Channel<JournalEntry> _queue = Channel.CreateUnbounded<JournalEntry>(new UnboundedChannelOptions { SingleReader = true });
    private readonly JournalWriter _writer;
    private readonly CancellationTokenSource _giveUp = new();
    private Task? _writing;
    private bool _isDisposed;

    public DatabaseJournal(IJournalStore store, DatabaseOptions options, TimeProvider clock, ILogger<JournalWriter> logger) =>
        _writer = new JournalWriter(_queue.Reader, store, options, clock, logger);

    public void Record(CheckRow check) => Put(new JournalEntry(check));

    public void Record(WebsiteRow website) => Put(new JournalEntry(website));

    public void Record(RemovedWebsite removed) => Put(new JournalEntry(removed));

    public void Record(Incident incident) => Put(new JournalEntry(incident));

    public void Record(Delivery delivery) => Put(new JournalEntry(delivery));

    public void Record(OwnerRow owner) => Put(new JournalEntry(owner));

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        var mark = new FlushMark();
        if (!_queue.Writer.TryWrite(new JournalEntry(mark)))
            return;
        _writer.HurryUp();
        await mark.Stored.WaitAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _writing ??= Task.Run(() => _writer.RunAsync(_giveUp.Token), CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <summary>Stores what was recorded; what the database does not take any more waits on the disk for the next start.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (!_queue.Writer.TryComplete())
        {
            await (_writing ?? Task.CompletedTask);
            return;
        }

        _writer.Stop();
        await using var _ = cancellationToken.Register(static giveUp => ((CancellationTokenSource)giveUp!).Cancel(), _giveUp);
        await (_writing ?? Task.CompletedTask);
    }

    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        await StopAsync(CancellationToken.None);
        _writer.Dispose();
        _giveUp.Dispose();
    }

    private void Put(in JournalEntry entry)
    {
        if (_queue.Writer.TryWrite(entry))
            _writer.CountRecorded();
    }
}
