using UptimeSquirrel.Maintenance;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Sites.Declaring;

namespace UptimeSquirrel.Sites.Planning;

/// <summary>What has to be done about the maintenance windows of one owner. One that holds at other times than its file says is replaced.</summary>
internal sealed class WindowPlan(OwnerId owner, PlanPart part, bool isPruning, DateTimeOffset now)
{
    // How often a window may go and come back in the very same words.
    private const int MostAttempts = 1000;

    public void Add(IReadOnlyList<DeclaredWindow> wanted, IReadOnlyList<PlannedMaintenance> present)
    {
        var left = present.Select(planned => planned.Window).ToList();
        foreach (var window in wanted)
        {
            var known = left.Where(window.IsNameOf).ToList();
            left = [.. left.Except(known)];
            var isThere = known.Exists(window.IsSameAs);
            var old = known.Where(one => !window.IsSameAs(one)).ToList();
            if (!isThere && IsOver(window))
                continue;
            if (!isThere || old.Count > 0)
                part.Changes.Add(new PlannedChange(
                    known.Count == 0 ? PlanAction.Add : PlanAction.Change, "maintenance", owner, window.Name, "", (cluster, cancellation) => ReplaceAsync(cluster, isThere ? null : window, old, cancellation))
                { IsOneAtATime = true });
        }

        if (isPruning)
            part.Changes.AddRange(left.Select(window => new PlannedChange(
                PlanAction.Remove, "maintenance", owner, window.Id, "", (cluster, cancellation) => ReplaceAsync(cluster, null, [window], cancellation))
            { IsOneAtATime = true }));
        else
            part.AddSurplus(left.Count, "maintenance window", "maintenance windows", owner, string.Join(", ", left.Select(window => window.Id)));
    }

    // What is past stays in a file for a while, and does no harm there.
    private bool IsOver(DeclaredWindow window) => window.To <= now;

    private async Task<string?> ReplaceAsync(ICluster cluster, DeclaredWindow? wanted, IReadOnlyList<MaintenanceWindow> old, CancellationToken cancellationToken)
    {
        for (var attempt = 0; wanted is not null; attempt++)
        {
            var window = wanted.Of(owner, attempt);
            var answer = await cluster.AskAsync(grains => grains.GetGrain<IMaintenanceGrain>(owner.GrainKey).AddAsync(window), cancellationToken);
            if (answer.Planned is not { } planned)
                return answer.Problem;
            if (planned.Window.RemovedAt is null)
                break;
            if (attempt == MostAttempts)
                return $"it was removed {MostAttempts} times already: expected another name.";
        }

        foreach (var window in old)
            await cluster.AskAsync(grains => grains.GetGrain<IMaintenanceGrain>(owner.GrainKey).RemoveAsync(window.Id), cancellationToken);
        return null;
    }
}
