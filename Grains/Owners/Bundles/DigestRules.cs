using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners.Bundles;

/// <summary>How long the alerts of an owner are gathered.</summary>
internal static class DigestRules
{
    /// <summary>The owner's own time, and else the installation's; zero = each alert is a message of its own.</summary>
    public static TimeSpan WindowOf(OwnerState state, AlertOptions options) => state.DigestWindow ?? options.DigestWindow;

    /// <summary>What is wrong with a time, a sentence each.</summary>
    public static IReadOnlyList<string> Problems(TimeSpan? window) => window is { } given && (given < TimeSpan.Zero || given > OwnerStatus.LongestDigestWindow)
        ? [$"Alerts cannot be gathered for {(given < TimeSpan.Zero ? "less than no time" : Duration.Format(given))}: expected 0s to {Duration.Format(OwnerStatus.LongestDigestWindow)}."]
        : [];
}
