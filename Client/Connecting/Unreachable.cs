namespace UptimeSquirrel.Client.Connecting;

/// <summary>The sentences for a cluster that cannot be reached: which one, and what to do about it.</summary>
internal static class Unreachable
{
    private const string Advice = "Start a silo ('dotnet run --project Silo' in the sources, 'systemctl start uptimesquirrel' where it is installed), or name another cluster with --cluster or SQUIRREL_CLUSTER.";

    public static ClusterUnreachableException Nobody(ClusterAddress address) =>
        new($"No cluster answers at {address.Description}. {Advice}");

    public static ClusterUnreachableException Database(ClusterAddress address, Exception cause) =>
        new($"The cluster cannot be found through {address.Description}: {FirstLine(cause)} {Advice}", cause);

    public static ClusterUnreachableException NotOurs(ClusterAddress address, Exception? cause) =>
        new($"Something listens at {address.Description}, but it did not let us in as a cluster in time. Is the port a silo's gateway, and --cluster-id the cluster's? {Advice}", cause);

    public static ClusterUnreachableException WentAway(ClusterAddress address, Exception? cause = null) =>
        new($"The cluster at {address.Description} went away before it had answered. It is safe to ask again.", cause);

    public static ClusterUnreachableException TookTooLong(ClusterAddress address, Exception cause) =>
        new($"The cluster at {address.Description} did not answer in time. It is safe to ask again.", cause);

    public static ClusterUnreachableException Trouble(ClusterAddress address, Exception cause) =>
        new($"The cluster at {address.Description} could not do that: {FirstLine(cause)} Its log tells more.", cause);

    private static string FirstLine(Exception exception)
    {
        var line = exception.GetBaseException().Message.Split('\n')[0].Trim();
        return line.EndsWith('.') ? line : line + ".";
    }
}
