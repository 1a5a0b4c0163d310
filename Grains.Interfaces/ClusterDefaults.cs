namespace UptimeSquirrel;

/// <summary>The names under which silos and clients find each other unless told otherwise.</summary>
public static class ClusterDefaults
{
    /// <summary>Names the service in every row of state and reminders: for ever the same.</summary>
    public const string ServiceId = "uptimesquirrel";

    /// <summary>The cluster that silos form and clients look for when no other is named.</summary>
    public const string ClusterId = "uptimesquirrel";
}
