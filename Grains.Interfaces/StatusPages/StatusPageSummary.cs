using UptimeSquirrel.Owners;

namespace UptimeSquirrel.StatusPages;

/// <summary>A status page in a list.</summary>
/// <param name="Slug">Its name.</param>
/// <param name="Title">What stands above it.</param>
/// <param name="Domain">The domain it has to itself; null when none.</param>
/// <param name="Owner">Whose it is; null = the installation's.</param>
/// <param name="HasPassword">Whether visitors need one.</param>
[GenerateSerializer, Immutable, Alias("uptime.status-page-summary")]
public sealed record StatusPageSummary(
    [property: Id(0)] StatusPageSlug Slug, [property: Id(1)] string Title, [property: Id(2)] string? Domain, [property: Id(3)] OwnerId? Owner, [property: Id(4)] bool HasPassword);
