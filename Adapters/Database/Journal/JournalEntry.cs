using UptimeSquirrel.Grains.Journal;
using UptimeSquirrel.History;

namespace UptimeSquirrel.Adapters.Database.Journal;

/// <summary>One row on its way to the database. Nearly all are checks, and those must cost no object.</summary>
internal readonly struct JournalEntry
{
    public JournalEntry(in CheckRow check) => Check = check;

    public JournalEntry(object other) => Other = other;

    /// <summary>The check; meaningless when there is something other.</summary>
    public CheckRow Check { get; }

    /// <summary>A website, a removal, an incident, a delivery, an owner or a <see cref="FlushMark"/>; null for a check.</summary>
    public object? Other { get; }

    /// <summary>Names the row for a log, without saying whom we tell.</summary>
    public string Describe() => Other switch
    {
        null => $"the check of website {Check.Website} at {Check.At:O}",
        WebsiteRow website => $"website {website.Id}, version {website.Version}",
        RemovedWebsite removed => $"the removal of website {removed.Id}",
        Incident incident => $"incident {incident.Id}",
        Delivery delivery => $"delivery attempt {delivery.Attempt} of alert {delivery.AlertId}",
        OwnerRow owner => $"the contacts of an owner, version {owner.Version}",
        _ => "a mark",
    };
}

/// <summary>A place in the journal that somebody waits for.</summary>
internal sealed class FlushMark
{
    private readonly TaskCompletionSource _stored = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when everything recorded before is stored.</summary>
    public Task Stored => _stored.Task;

    public void SetStored() => _stored.TrySetResult();

    public void GiveUp() => _stored.TrySetCanceled();
}
