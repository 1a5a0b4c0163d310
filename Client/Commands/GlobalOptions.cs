using System.CommandLine;
using UptimeSquirrel.Client.Connecting;

namespace UptimeSquirrel.Client.Commands;

/// <summary>What every command takes.</summary>
internal sealed class GlobalOptions
{
    public Option<bool> Json { get; } = new("--json") { Description = "Answer in JSON, for machines.", Recursive = true };

    public Option<ClusterAddress?> Cluster { get; } = Reading.Option<ClusterAddress>(
        "--cluster", "ADDRESS", $"A gateway, several with commas, or a PostgreSQL connection string. Else SQUIRREL_CLUSTER, else {ClusterAddress.Default}.", ClusterAddress.TryParse);

    public Option<string?> ClusterId { get; } = new("--cluster-id") { HelpName = "ID", Description = $"The cluster's name. Else SQUIRREL_CLUSTER_ID, else {ClusterDefaults.ClusterId}.", Recursive = true };

    public void AddTo(Command root)
    {
        Cluster.Recursive = true;
        root.Add(Json);
        root.Add(Cluster);
        root.Add(ClusterId);
    }
}
