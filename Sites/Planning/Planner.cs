using UptimeSquirrel.Owners;
using UptimeSquirrel.Sites.Declaring;

namespace UptimeSquirrel.Sites.Planning;

/// <summary>Compares what files say with what is, and says what has to be done. Nothing is changed.</summary>
/// <param name="cluster">Where to look.</param>
/// <param name="isPruning">Whether what is not in the files is to be taken away, as far as they speak of such things.</param>
/// <param name="clock">Maintenance that is over by it is left alone.</param>
internal sealed class Planner(ICluster cluster, bool isPruning, TimeProvider clock)
{
    private const int AtOnce = 32;

    /// <param name="declaration">What the files say, without mistakes.</param>
    /// <param name="oneDone">Called after each website.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Plan> PlanAsync(Declaration declaration, Action oneDone, CancellationToken cancellationToken)
    {
        var kinds = declaration.Owners.Any(owner => owner.Channels is { Count: > 0 })
            ? await cluster.AskAsync(grains => grains.GetGrain<IChannelKindsGrain>(0).GetAllAsync(), cancellationToken)
            : [];
        var (changes, problems, surplus) = (new List<PlannedChange>(), new List<string>(), new List<string>());
        foreach (var some in declaration.Owners.Chunk(AtOnce))
            foreach (var part in await Task.WhenAll(some.Select(owner => new OwnerPlan(owner, isPruning, clock.GetUtcNow()).MakeAsync(cluster, kinds, cancellationToken))))
                Take(part);
        Take(await new WebsitesPlan(declaration, isPruning).MakeAsync(cluster, oneDone, cancellationToken));
        return new Plan(changes, problems, surplus, declaration.Websites.Count);

        void Take(PlanPart part)
        {
            changes.AddRange(part.Changes);
            problems.AddRange(part.Problems);
            surplus.AddRange(part.Surplus);
        }
    }
}

/// <summary>Part of a plan while it is made.</summary>
internal sealed class PlanPart
{
    public List<PlannedChange> Changes { get; } = [];
    public List<string> Problems { get; } = [];
    public List<string> Surplus { get; } = [];

    /// <summary>Notes what is there and not in the files, if anything is.</summary>
    public void AddSurplus(int count, string one, string many, OwnerId owner, string names)
    {
        if (count > 0)
            Surplus.Add($"{count} {(count == 1 ? one : many)} of '{owner}' not in the files: {names}");
    }
}
