using UptimeSquirrel.Benchmarks.Targets;

namespace UptimeSquirrel.Benchmarks.Beside;

/// <summary>One of those that are compared. When it is disposed of, nothing of it runs any more.</summary>
internal interface IContender : IAsyncDisposable
{
    /// <summary>What it is called in the table.</summary>
    string Name { get; }

    /// <summary>The Debian packages without which it cannot take part; null when all that it needs is there.</summary>
    string? MissingPackages { get; }

    /// <summary>Its processes, but for those that they start themselves.</summary>
    IReadOnlyList<int> Processes { get; }

    /// <summary>What it said last, for somebody who wonders why it does not do its work.</summary>
    string LastWords { get; }

    /// <summary>Has it watch all websites from now on.</summary>
    Task StartAsync(BesidePlan plan, TargetProcess targets, CancellationToken cancellationToken);
}
