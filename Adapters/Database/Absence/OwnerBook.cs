using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using UptimeSquirrel.Adapters.Database.Reading;
using UptimeSquirrel.Grains.Absence;
using UptimeSquirrel.Grains.Journal;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Adapters.Database.Absence;

/// <inheritdoc cref="IOwnerBook"/>
/// <remarks>Contacts stay in the text in which they are stored, so that an owner with one e-mail address costs about 250 bytes: 100,000 of them 25 MB.</remarks>
internal sealed partial class OwnerBook : BackgroundService, IOwnerBook
{
    // A row can show up later than its time says: as late as its transaction took.
    private static readonly TimeSpan _overlap = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _readEvery = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (long Version, string Contacts)> _owners = new(StringComparer.Ordinal);
    private readonly UptimeDatabase _database;
    private readonly IJournal _journal;
    private readonly TimeProvider _clock;
    private readonly ILogger<OwnerBook> _logger;
    private DateTimeOffset _readUpTo = DateTimeOffset.UnixEpoch;

    public OwnerBook(UptimeDatabase database, IJournal journal, TimeProvider clock, ILogger<OwnerBook> logger)
    {
        DapperTypes.Register();
        (_database, _journal, _clock, _logger) = (database, journal, clock, logger);
    }

    public OwnerContacts? Find(OwnerId owner) => _owners.TryGetValue(owner.Text, out var known) ? OwnerContacts.FromJson(known.Contacts) : null;

    public void Write(OwnerRow owner)
    {
        Take(owner.Id.Text, owner.Version, owner.Contacts.ToJson());
        _journal.Record(owner);
    }

    /// <summary>Reads what changed since the last time.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await _database.Reading.OpenConnectionAsync(cancellationToken);
        var changed = connection.QueryUnbufferedAsync<OwnerRecord>(
            "select id, version, contacts, changed_at as ChangedAt from owner where changed_at >= @since order by changed_at",
            new { since = _readUpTo - _overlap });
        await foreach (var row in changed.WithCancellation(cancellationToken))
        {
            Take(row.Id, row.Version, row.Contacts);
            _readUpTo = row.ChangedAt > _readUpTo ? row.ChangedAt : _readUpTo;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ReadAsync(stoppingToken);
            }
            catch (Exception e) when (e is DbException or TimeoutException)
            {
                // The absence of the database is told elsewhere.
                LogNotRead(e, _owners.Count);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.WhenAny(Task.Delay(_readEvery, _clock, stoppingToken));
        }
    }

    private void Take(string id, long version, string contacts) =>
        _owners.AddOrUpdate(id, (version, contacts), (_, known) => version > known.Version ? (version, contacts) : known);

    [LoggerMessage(4113, LogLevel.Debug, "The book of owners could not be read again; the {Owners} known ones stay")]
    private partial void LogNotRead(Exception exception, int owners);

    private sealed class OwnerRecord
    {
        public string Id { get; init; } = "";
        public long Version { get; init; }
        public string Contacts { get; init; } = "";
        public DateTimeOffset ChangedAt { get; init; }
    }
}
