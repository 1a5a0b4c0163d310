namespace UptimeSquirrel.History;

/// <summary>What comes first in a list of websites.</summary>
[GenerateSerializer, Alias("uptime.catalog-order")]
public enum CatalogOrder
{
    /// <summary>By address.</summary>
    Address = 0,

    /// <summary>What is down, then suspect, pending, up, paused; of those that are the same, what changed last.</summary>
    Worst = 1,

    /// <summary>By name, upper and lower case alike; compared by their first 60 characters.</summary>
    Name = 2,

    /// <summary>What has been what it is for the longest time.</summary>
    Since = 3,

    /// <summary>What was looked at the longest time ago, before that what never was.</summary>
    LastCheck = 4,
}
