using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Web.Dashboard.Parts;

namespace UptimeSquirrel.Web.Dashboard.Incidents;

/// <summary>What is or was down, and who has taken it on.</summary>
public sealed partial class IncidentsPage
{
    private const int PageSize = 50;

    private readonly Leaves<string> _leaves = new();
    private IReadOnlyList<Line> _incidents = [];
    private Shown _shown = Shown.Open;

    private enum Shown
    {
        Open,
        Over,
        All,
    }

    /// <inheritdoc/>
    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        bool? isOpen = _shown == Shown.All ? null : _shown == Shown.Open;
        var query = new IncidentQuery { Owner = await Desk.OnlyOwnerAsync(), IsOpen = isOpen, After = _leaves.After, Limit = PageSize };
        var page = await Desk.Grains.GetGrain<IHistoryGrain>(0).FindIncidentsAsync(query);
        _incidents = await Task.WhenAll(page.Incidents.Select(FollowAsync));
        _leaves.Next = page.Next;
    }

    // Who has taken an open one on is known to its owner's grain.
    private async Task<Line> FollowAsync(Incident incident) => new(
        incident,
        incident.EndedAt is null ? await Desk.Grains.GetGrain<IOwnerNotificationGrain>(incident.Owner.GrainKey).GetIncidentAsync(incident.Website, incident.Id) : null);

    private Task ShowAsync(Shown shown)
    {
        _shown = shown;
        _leaves.Begin();
        return RefreshAsync();
    }

    private sealed record Line(Incident Incident, OpenIncident? Open);
}
