using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.StatusPages;

/// <summary>Websites under one heading.</summary>
[GenerateSerializer, Immutable, Alias("uptime.page-group")]
public sealed record PageGroup
{
    /// <summary>The heading; up to 100 characters. Empty = none.</summary>
    [Id(0)]
    public string Name { get; init; } = "";

    /// <summary>The websites that were chosen one by one, in the order in which they are shown.</summary>
    [Id(1)]
    public IReadOnlyList<PageWebsite> Websites { get; init; } = [];

    /// <summary>All websites with this tag follow, by name; null = not chosen by tag. With <see cref="OfOwner"/> both must hold.</summary>
    [Id(2)]
    public string? Tag { get; init; }

    /// <summary>All websites of this owner follow, by name; null = not chosen by owner.</summary>
    [Id(3)]
    public OwnerId? OfOwner { get; init; }
}

/// <summary>A website on a status page.</summary>
/// <param name="Id">Which.</param>
/// <param name="ShownName">What visitors read; up to 100 characters. Empty = the website's own name.</param>
/// <param name="ShowsAddress">Whether visitors see its address.</param>
[GenerateSerializer, Immutable, Alias("uptime.page-website")]
public sealed record PageWebsite([property: Id(0)] WebsiteId Id, [property: Id(1)] string ShownName = "", [property: Id(2)] bool ShowsAddress = false);
