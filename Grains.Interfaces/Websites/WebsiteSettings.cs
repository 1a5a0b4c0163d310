using UptimeSquirrel.Checks;
using UptimeSquirrel.Looks;

namespace UptimeSquirrel.Websites;

/// <summary>How one website is watched.</summary>
[GenerateSerializer, Immutable, Alias("uptime.website-settings")]
public sealed record WebsiteSettings
{
    /// <summary>What people call it; the host name unless they said otherwise. At most 200 characters.</summary>
    [Id(0)]
    public required string Name { get; init; }

    /// <summary>How often it is checked. From the installation's minimum (one minute unless configured) to one day.</summary>
    [Id(1)]
    public required TimeSpan Interval { get; init; }

    /// <summary>The longest one check may take, 1 s to 12 s; null = as the installation is configured.</summary>
    [Id(2)]
    public TimeSpan? Timeout { get; init; }

    /// <summary>The final status codes that count as up; 200-399 unless they said otherwise.</summary>
    [Id(3)]
    public AcceptedStatuses Accept { get; init => field = value == AcceptedStatuses.Default ? AcceptedStatuses.Default : value; } = AcceptedStatuses.Default;

    /// <summary>Words to find it by: at most 20, each 1 to 50 characters, lower case, sorted, without repeats.</summary>
    [Id(4)]
    public IReadOnlyList<string> Tags { get; init => field = value.Count == 0 ? [] : value; } = [];

    /// <summary>How it is asked and what is expected of its answer; null = nothing was said.</summary>
    [Id(5)]
    public LookSettings? Look { get; init; }

    /// <summary>How much it takes to call it down or up; null = as the installation is configured.</summary>
    [Id(6)]
    public PatienceSettings? Patience { get; init; }

    /// <summary>What its owner is warned of; null = everything but slowness.</summary>
    [Id(20)]
    public WarningSettings? Warnings { get; init; }

    /// <summary>When a job has to call; null for everything but a heartbeat.</summary>
    [Id(30)]
    public HeartbeatSettings? Heartbeat { get; init; }

    /// <summary>
    /// The website of the same owner without which this one cannot work: while that is down, this one's going down is no news. Null = none.
    /// At most 5 websites depend on one another in a row.
    /// </summary>
    [Id(25)]
    public WebsiteUrl? Parent { get; init; }
}
