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
    /// <summary>The turn of channels that go: those that take their place come before.</summary>
    public const int ChannelsGo = 1;

    /// <summary>The turn of websites that depend on none. Owners and their channels come before: a website that is down at its first look must have somebody to tell.</summary>
    public const int WebsitesCome = 10;

    /// <summary>The turn of websites that go.</summary>
    public const int WebsitesGo = 1000;

    /// <summary>When it is done: what others depend on comes first. Those with the same number may be done together.</summary>
    public int Turn { get; init; }

    /// <summary>Whether only one such change of an owner is done at a time.</summary>
    public bool IsOneAtATime { get; init; }
}

/// <summary>What is to be done with something.</summary>
internal enum PlanAction
{
    Add,
    Change,
    Remove,
}
