using UptimeSquirrel.Grains.Journal;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Adapters.Database.Journal;

/// <summary>
/// A stretch of the journal that may be stored kind by kind, removals last, and still means the same: it ends before a row
/// of a website that was removed in it.
/// </summary>
internal sealed class JournalSegment
{
    private readonly Dictionary<WebsiteId, RemovedWebsite> _removed = [];
    private readonly Dictionary<WebsiteId, WebsiteRow> _websites = [];
    private readonly Dictionary<string, Incident> _incidents = [];
    private readonly Dictionary<OwnerId, OwnerRow> _owners = [];

    public List<CheckRow> Checks { get; } = [];

    public IReadOnlyCollection<WebsiteRow> Websites => _websites.Values;

    public IReadOnlyCollection<Incident> Incidents => _incidents.Values;

    public List<Delivery> Deliveries { get; } = [];

    public IReadOnlyCollection<OwnerRow> Owners => _owners.Values;

    public IReadOnlyCollection<RemovedWebsite> Removed => _removed.Values;

    /// <summary>Takes rows from the start until the segment must end. Returns how many.</summary>
    public int Fill(ReadOnlySpan<JournalEntry> rows)
    {
        Clear();
        var count = 0;
        while (count < rows.Length && TryAdd(rows[count]))
            count++;
        return count;
    }

    private bool TryAdd(in JournalEntry entry)
    {
        switch (entry.Other)
        {
            case null when IsRemoved(entry.Check.Website):
            case WebsiteRow { Id: var id } when IsRemoved(id):
            case Incident { Website: var website } when IsRemoved(website):
                return false;
            case null:
                Checks.Add(entry.Check);
                break;
            case WebsiteRow website:
                if (!_websites.TryGetValue(website.Id, out var known) || website.Version > known.Version)
                    _websites[website.Id] = website;
                break;
            case Incident incident:
                if (!_incidents.TryGetValue(incident.Id, out var before) || before.EndedAt is null)
                    _incidents[incident.Id] = incident;
                break;
            case Delivery delivery:
                Deliveries.Add(delivery);
                break;
            case OwnerRow owner:
                if (!_owners.TryGetValue(owner.Id, out var older) || owner.Version > older.Version)
                    _owners[owner.Id] = owner;
                break;
            case RemovedWebsite removed:
                if (!_removed.TryGetValue(removed.Id, out var earlier) || removed.Version > earlier.Version)
                    _removed[removed.Id] = removed;
                break;
        }

        return true;
    }

    // Nearly no segment holds a removal, and then a check costs no look-up.
    private bool IsRemoved(WebsiteId website) => _removed.Count > 0 && _removed.ContainsKey(website);

    private void Clear()
    {
        Checks.Clear();
        Deliveries.Clear();
        _websites.Clear();
        _incidents.Clear();
        _owners.Clear();
        _removed.Clear();
    }
}
