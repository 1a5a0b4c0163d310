namespace UptimeSquirrel.Checks;

/// <summary>What sorts of <see cref="FailureKind"/> there are.</summary>
public static class FailureKinds
{
    private static readonly FailureKind[] _noNews =
    [
        FailureKind.CheckBlocked, FailureKind.CheckSkipped, FailureKind.SecretUnreadable, FailureKind.PingNotPossible, FailureKind.HeartbeatAwaited,
    ];

    /// <summary>Those of looks that saw nothing, and so say nothing: neither good nor bad.</summary>
    public static IReadOnlyList<FailureKind> NoNews => _noNews;

    /// <summary>Whether a look that failed in this way saw nothing of what it was to look at.</summary>
    public static bool IsNoNews(FailureKind kind) => Array.IndexOf(_noNews, kind) >= 0;
}
