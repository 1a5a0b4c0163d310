using UptimeSquirrel.History;

namespace UptimeSquirrel.Grains.Journal;

/// <summary>The append-only record of what happened, written in batches behind the callers' backs.</summary>
/// <remarks>
/// Recording never waits and never throws. Rows are stored in the order recorded, within about 250 ms; while the database is away they
/// are kept and stored later. Storing the same row twice changes nothing. What is recorded but not stored is lost when the process dies.
/// </remarks>
public interface IJournal
{
    /// <summary>Records one check.</summary>
    void Record(CheckRow check);

    /// <summary>Records what a website is now; a row with a lower version than the stored one is ignored.</summary>
    void Record(WebsiteRow website);

    /// <summary>Records that a website was removed: it and its history are forgotten.</summary>
    void Record(RemovedWebsite removed);

    /// <summary>Records an incident as it is now.</summary>
    void Record(Incident incident);

    /// <summary>Records one attempt to tell somebody something.</summary>
    void Record(Delivery delivery);

    /// <summary>Records how an owner is reached now; a row with a lower version than the stored one is ignored.</summary>
    void Record(OwnerRow owner);

    /// <summary>Waits until everything recorded before is stored.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> came first; the rows are kept.</exception>
    Task FlushAsync(CancellationToken cancellationToken);
}
