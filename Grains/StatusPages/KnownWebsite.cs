using UptimeSquirrel.Grains.History;
using UptimeSquirrel.Maintenance;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.StatusPages;

/// <summary>What is known about a website that is on a page.</summary>
/// <param name="Status">What it is now.</param>
/// <param name="Watched">Its past.</param>
/// <param name="Planned">When it is in maintenance, from now on, in no order.</param>
internal sealed record KnownWebsite(WebsiteStatus Status, Watched Watched, IReadOnlyList<MaintenanceSpan> Planned);
