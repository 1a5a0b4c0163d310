using UptimeSquirrel.StatusPages;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.StatusPages;

/// <summary>A website in its place on a page.</summary>
/// <param name="Group">The number of its group.</param>
/// <param name="Id">Which website.</param>
/// <param name="ShownName">What visitors call it; empty = by its own name.</param>
/// <param name="ShowsAddress">Whether visitors see its address.</param>
internal sealed record ChosenWebsite(int Group, WebsiteId Id, string ShownName, bool ShowsAddress);

/// <summary>Everything a view is made of.</summary>
/// <param name="Page">The page.</param>
/// <param name="Chosen">Its websites, in order.</param>
/// <param name="Known">What is known about each that is watched.</param>
/// <param name="Now">The time.</param>
internal sealed record PageMaterial(StatusPage Page, IReadOnlyList<ChosenWebsite> Chosen, IReadOnlyDictionary<WebsiteId, KnownWebsite> Known, DateTimeOffset Now);
