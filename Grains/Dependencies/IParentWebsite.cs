using Orleans.Concurrency;

namespace UptimeSquirrel.Grains.Dependencies;

/// <summary>The side of a website's grain that answers websites which depend on it.</summary>
/// <remarks>
/// Children ask their parents, never the other way round, and a parent answers from memory without asking anybody. So two websites
/// cannot wait for one another, whatever depends on what.
/// </remarks>
[Alias("uptime.parent-website")]
internal interface IParentWebsite : IGrainWithGuidKey
{
    /// <summary>What this website is now. It is looked at soon when that is needed to answer better next time.</summary>
    /// <param name="child">Who asks and why; null when nobody fails.</param>
    /// <returns>Null when this website is not watched.</returns>
    [Alias("Report"), AlwaysInterleave, ResponseTimeout("00:00:02")]
    Task<ParentReport?> ReportAsync(ChildNote? child);
}
