using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Sites.Planning;

/// <summary>One thing that is not yet as the files say.</summary>
/// <param name="Action">What is to be done.</param>
/// <param name="Kind">What it is done to: <c>website</c>, <c>emails</c>, <c>channel</c>, <c>quiet-hours</c>, <c>report</c>, <c>maintenance</c>.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="What">Which one: an address, a kind of channel, a name.</param>
/// <param name="Details">What is different, or will be.</param>
/// <param name="DoAsync">Does it. The answer is what was wrong, in one sentence; null when nothing was.</param>
internal sealed record PlannedChange(PlanAction Action, string Kind, OwnerId Owner, string What, string Details, Func<ICluster, CancellationToken, Task<string?>> DoAsync)
{
    /// <summary>When it is done: what others depend on comes first. Those with the same number may be done together.</summary>
    public int Turn { get; init; }

    /// <summary>Of these with one name only one is done at a time; null = it is in nobody's way.</summary>
    public string? InTheWayOf { get; init; }
}

/// <summary>What is to be done with something.</summary>
internal enum PlanAction
{
    Add,
    Change,
    Remove,
}
