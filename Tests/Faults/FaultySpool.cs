using UptimeSquirrel.Grains.Absence;

namespace UptimeSquirrel.Faults;

/// <summary>What waits on the disk while the database is away, with a fault point before and after each line of it.</summary>
internal sealed class FaultySpool(ISpoolFile inner, FaultPoints points) : ISpoolFile
{
    public IReadOnlyList<SpoolEntry> Open() => inner.Open();

    public void Append(SpoolEntry entry) => points.Around(
        entry switch
        {
            { Kept: not null } => "spooling",
            { Told: not null } => "spooled note",
            { Accepted: not null } => "spooled acceptance",
            _ => "spooled end",
        },
        () => inner.Append(entry));

    public void Clear() => points.Around("clearing of the spool", inner.Clear);
}
