using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using UptimeSquirrel.Cluster;

namespace UptimeSquirrel.Web.Api.Cluster;

internal static class ClusterRoutes
{
    public static void Map(RouteGroupBuilder administering) =>
        administering.MapGet("/cluster", GetAsync).WithTags("Cluster").WithName("getCluster").WithSummary("Tells what every silo says of itself.");

    private static async Task<Ok<ClusterView>> GetAsync([AsParameters] Call call)
    {
        var cluster = await call.Grains.GetGrain<IClusterGrain>(0).GetSilosAsync();
        return TypedResults.Ok(new ClusterView(cluster.Websites, cluster.ChecksPerSecond, cluster.Coverage, [.. cluster.Silos.Select(SiloView.Of)]));
    }
}

/// <summary>The cluster at this moment.</summary>
/// <param name="Websites">How many websites it takes care of.</param>
/// <param name="ChecksPerSecond">How many checks on schedule it makes a second.</param>
/// <param name="Coverage">Checks made divided by checks due, from 0 to 1; null when none was due.</param>
/// <param name="Silos">Every active member.</param>
public sealed record ClusterView(int Websites, double ChecksPerSecond, double? Coverage, IReadOnlyList<SiloView> Silos);

/// <summary>What a silo says of itself; null where that is not known.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Address">Where other silos reach it.</param>
/// <param name="Answers">Whether it answered in time.</param>
/// <param name="Region">Where it stands.</param>
/// <param name="Version">Which version it runs.</param>
/// <param name="StartedAt">When it was started.</param>
/// <param name="Websites">How many websites it has in memory.</param>
/// <param name="ChecksPerSecond">How many checks on schedule it made a second, over the last minute.</param>
/// <param name="MedianLatenessSeconds">How late the middle one of these checks was.</param>
/// <param name="LatenessSeconds">How late 99 of 100 of these checks were at most.</param>
/// <param name="MemoryBytes">The memory of its process.</param>
/// <param name="Coverage">Checks made divided by checks due since it was started.</param>
/// <param name="DoubtReason">Why it does not trust its own looks; null when it does.</param>
public sealed record SiloView(
    string Name, string Address, bool Answers, string? Region, string? Version, DateTimeOffset? StartedAt, int Websites, double ChecksPerSecond,
    double? MedianLatenessSeconds, double? LatenessSeconds, long MemoryBytes, double? Coverage, string? DoubtReason)
{
    internal static SiloView Of(SiloStatusReport silo) => new(
        silo.Name, silo.Address, silo.Answers, silo.Region, silo.Version, silo.StartedAt, silo.Websites, silo.ChecksPerSecond,
        silo.MedianLateness?.TotalSeconds, silo.Lateness?.TotalSeconds, silo.MemoryBytes, silo.Coverage, silo.DoubtReason);
}
