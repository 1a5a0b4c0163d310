using Dapper;
using UptimeSquirrel.Adapters.Database.Journal;
using UptimeSquirrel.Adapters.Database.Reading;
using UptimeSquirrel.Grains.Maintenance;
using UptimeSquirrel.Maintenance;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Adapters.Database.MaintenanceWindows;

/// <summary>Keeps maintenance windows in either database.</summary>
internal sealed class MaintenanceWindowStore : IMaintenanceStore
{
    private const int DaysKept = 100;

    // A row can show up later than its time says: as late as its transaction took.
    private static readonly TimeSpan _overlap = TimeSpan.FromMinutes(5);

    private readonly UptimeDatabase _database;

    public MaintenanceWindowStore(UptimeDatabase database)
    {
        DapperTypes.Register();
        _database = database;
    }

    private string Now => _database.Kind == DatabaseKind.Postgres ? "now()" : "cast((julianday('now') - 2440587.5) * 86400000000 as integer)";

    public Task AddAsync(MaintenanceWindow window, CancellationToken cancellationToken) => ExecuteAsync(
        $"""
        delete from maintenance_window where owner = @owner and coalesce(removed_at, ends_at) < @forgotten;
        insert into maintenance_window (owner, id, url, tag, starts_at, ends_at, cron, length_ms, zone, added_at, removed_at, changed_at)
        values (@owner, @id, @url, @tag, @from, @to, @cron, @length, @zone, @added, @removed, {Now})
        on conflict do nothing
        """,
        new
        {
            owner = window.Owner.Text,
            id = window.Id,
            url = window.Url?.Text,
            tag = StoredText.CleanOrNull(window.Tag),
            from = window.From,
            to = window.To,
            cron = StoredText.CleanOrNull(window.Cron),
            length = (long?)window.Length?.TotalMilliseconds,
            zone = window.Zone,
            added = window.AddedAt,
            removed = window.RemovedAt,
            forgotten = window.AddedAt.AddDays(-DaysKept),
        },
        cancellationToken);

    public Task RemoveAsync(OwnerId owner, string id, DateTimeOffset at, CancellationToken cancellationToken) => ExecuteAsync(
        $"update maintenance_window set removed_at = @at, changed_at = {Now} where owner = @owner and id = @id and removed_at is null",
        new { owner = owner.Text, id, at },
        cancellationToken);

    public async Task<(IReadOnlyList<MaintenanceWindow> Windows, DateTimeOffset ReadUpTo)> ReadAsync(DateTimeOffset? since, CancellationToken cancellationToken)
    {
        var readFrom = since ?? DateTimeOffset.UnixEpoch + _overlap;
        await using var connection = await _database.Reading.OpenConnectionAsync(cancellationToken);
        var rows = (await connection.QueryAsync<WindowRecord>(new CommandDefinition(
            """
            select owner, id, url, tag, starts_at as StartsAt, ends_at as EndsAt, cron, length_ms as LengthMs, zone,
              added_at as AddedAt, removed_at as RemovedAt, changed_at as ChangedAt
            from maintenance_window
            where changed_at >= @since
            order by changed_at
            """,
            new { since = readFrom - _overlap }, cancellationToken: cancellationToken))).AsList();
        return ([.. rows.Select(row => row.ToWindow())], rows.Count == 0 || rows[^1].ChangedAt < readFrom ? readFrom : rows[^1].ChangedAt);
    }

    private async Task ExecuteAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        await using var connection = await _database.GrainState.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken));
    }

    private sealed class WindowRecord
    {
        public string Owner { get; init; } = "";
        public string Id { get; init; } = "";
        public string? Url { get; init; }
        public string? Tag { get; init; }
        public DateTimeOffset? StartsAt { get; init; }
        public DateTimeOffset? EndsAt { get; init; }
        public string? Cron { get; init; }
        public long? LengthMs { get; init; }
        public string Zone { get; init; } = "";
        public DateTimeOffset AddedAt { get; init; }
        public DateTimeOffset? RemovedAt { get; init; }
        public DateTimeOffset ChangedAt { get; init; }

        public MaintenanceWindow ToWindow() => new()
        {
            Id = Id,
            Owner = OwnerId.Parse(Owner),
            Url = Url is null ? null : WebsiteUrl.Parse(Url),
            Tag = Tag,
            From = StartsAt,
            To = EndsAt,
            Cron = Cron,
            Length = LengthMs is { } length ? TimeSpan.FromMilliseconds(length) : null,
            Zone = Zone,
            AddedAt = AddedAt,
            RemovedAt = RemovedAt,
        };
    }
}
