using Dapper;
using UptimeSquirrel.Adapters.Database.Journal;
using UptimeSquirrel.Adapters.Database.Reading;
using UptimeSquirrel.Auditing;
using UptimeSquirrel.Grains.Auditing;

namespace UptimeSquirrel.Adapters.Database.Auditing;

/// <summary>Keeps the audit log in either database.</summary>
internal sealed class AuditStore : IAuditStore
{
    /// <summary>How long an entry is kept.</summary>
    public const int DaysKept = 365;

    private const int LongestText = 500;

    private readonly UptimeDatabase _database;

    public AuditStore(UptimeDatabase database)
    {
        DapperTypes.Register();
        _database = database;
    }

    public async Task AddAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        await using var connection = await _database.GrainState.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "insert into audit (at, who, what, subject, detail, came_from) values (@at, @who, @what, @subject, @detail, @from)",
            entries.Select(entry => new
            {
                at = entry.At,
                who = Short(entry.Who),
                what = Short(entry.What),
                subject = Short(entry.Subject),
                detail = entry.Detail is null ? null : Short(entry.Detail),
                from = entry.From,
            }),
            transaction,
            cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<AuditEntry>> ReadAsync(AuditQuery query, CancellationToken cancellationToken)
    {
        var wanted = (query.Who is null ? "" : " and who = @who") + (query.Subject is null ? "" : " and subject = @subject");
        await using var connection = await _database.Reading.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<AuditRow>(new CommandDefinition(
            $"select id, at, who, what, subject, detail, came_from as CameFrom from audit where id < @before{wanted} order by id desc limit @limit",
            new { before = query.Before ?? long.MaxValue, who = query.Who, subject = query.Subject, limit = query.Limit },
            cancellationToken: cancellationToken));
        return [.. rows.Select(row => new AuditEntry(row.Id, row.At, row.Who, row.What, row.Subject, row.Detail, row.CameFrom))];
    }

    private static string Short(string text)
    {
        var clean = StoredText.Clean(text);
        return clean.Length <= LongestText ? clean : StoredText.Clean(clean[..LongestText]) + "…";
    }

    private sealed class AuditRow
    {
        public long Id { get; init; }
        public DateTimeOffset At { get; init; }
        public string Who { get; init; } = "";
        public string What { get; init; } = "";
        public string Subject { get; init; } = "";
        public string? Detail { get; init; }
        public string? CameFrom { get; init; }
    }
}
