using UptimeSquirrel.Grains.Journal;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Absence;

/// <summary>How every owner is reached, known to this silo even while the database is away. At most a minute old.</summary>
public interface IOwnerBook
{
    /// <summary>How this owner is reached; null when the book does not know.</summary>
    OwnerContacts? Find(OwnerId owner);

    /// <summary>Writes down how an owner is reached now: here at once, for the other silos by way of the journal.</summary>
    void Write(OwnerRow owner);
}
