namespace UptimeSquirrel.Tests.House;

/// <summary>What docs/metrics.md says.</summary>
internal static class MetricsDoc
{
    /// <summary>The metrics of its table.</summary>
    public static readonly (string Name, string InPrometheus)[] Metrics =
    [
        .. Repository.Read("docs/metrics.md").Split('\n').Where(line => line.StartsWith("| `uptime.", StringComparison.Ordinal))
            .Select(row => row.Split('`')).Select(parts => (parts[1], parts[3])),
    ];
}
