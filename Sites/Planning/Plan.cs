namespace UptimeSquirrel.Sites.Planning;

/// <summary>Everything that has to be done so that all is as files say.</summary>
/// <param name="Changes">What is to be done, in the order in which it is shown.</param>
/// <param name="Problems">Why that cannot be, a sentence each; then nothing of it is to be done.</param>
/// <param name="Surplus">What is there and not in the files, and stays unless it is to be pruned; a sentence for each owner.</param>
/// <param name="Websites">How many websites the files hold.</param>
internal sealed record Plan(IReadOnlyList<PlannedChange> Changes, IReadOnlyList<string> Problems, IReadOnlyList<string> Surplus, int Websites)
{
    private const int AtOnce = 32;

    /// <summary>Does all of it.</summary>
    /// <param name="cluster">Where.</param>
    /// <param name="oneDone">Called after each change.</param>
    /// <param name="cancellationToken">Stops between two changes; planning again finds what is left.</param>
    /// <returns>What could not be done, a sentence each. The rest is done all the same.</returns>
    public async Task<IReadOnlyList<string>> ApplyAsync(ICluster cluster, Action oneDone, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        foreach (var turn in Changes.GroupBy(change => change.Turn).OrderBy(turn => turn.Key))
        {
            var lanes = turn.Where(change => change.IsOneAtATime).GroupBy(change => change.Owner.Text).Select(lane => lane.ToArray())
                .Concat(turn.Where(change => !change.IsOneAtATime).Select(change => (PlannedChange[])[change]));
            await Parallel.ForEachAsync(lanes, options, async (lane, cancellation) =>
            {
                foreach (var change in lane)
                {
                    if (await change.DoAsync(cluster, cancellation) is { } problem)
                        lock (problems)
                            problems.Add($"{change.What} of '{change.Owner}': {problem}");
                    oneDone();
                }
            });
        }
        return problems;
    }
}
