using Orleans.Concurrency;
using UptimeSquirrel.Auditing;

namespace UptimeSquirrel.Grains.Auditing;

[StatelessWorker, GrainType("audit")]
internal sealed class AuditGrain(IAuditStore store) : Grain, IAuditGrain
{
    private const int MostRead = 500;

    public Task NoteAsync(IReadOnlyList<AuditEntry> entries) => entries.Count == 0 ? Task.CompletedTask : store.AddAsync(entries, CancellationToken.None);

    public Task<IReadOnlyList<AuditEntry>> ReadAsync(AuditQuery query) =>
        store.ReadAsync(query with { Limit = Math.Clamp(query.Limit, 1, MostRead) }, CancellationToken.None);
}
