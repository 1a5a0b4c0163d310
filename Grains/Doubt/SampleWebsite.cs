using UptimeSquirrel.Checks;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Doubt;

/// <summary>A website and how it is looked at, so that somebody else can look at it in the same way.</summary>
/// <param name="Id">Which website.</param>
/// <param name="Request">The look.</param>
public readonly record struct SampleWebsite(WebsiteId Id, CheckRequest Request);
