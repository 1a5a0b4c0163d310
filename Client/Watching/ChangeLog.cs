using UptimeSquirrel.History;

namespace UptimeSquirrel.Client.Watching;

/// <summary>Tells what is new since the snapshot before: incidents that began, and those that ended.</summary>
internal sealed class ChangeLog
{
    private HashSet<(string Id, bool HasEnded)>? known;

    /// <summary>The changes, oldest first; none in the first snapshot, which is where we came in.</summary>
    public IReadOnlyList<Incident> Note(IReadOnlyList<Incident> latest)
    {
        var isFirst = known is null;
        var before = known ?? [];
        known = [.. latest.Select(Key)];
        return isFirst ? [] : [.. latest.Where(incident => !before.Contains(Key(incident))).OrderBy(incident => incident.EndedAt ?? incident.StartedAt)];
    }

    private static (string Id, bool HasEnded) Key(Incident incident) => (incident.Id, incident.EndedAt is not null);
}
