using UptimeSquirrel.Grains.Dependencies;
using UptimeSquirrel.Maintenance;
using UptimeSquirrel.Quieting;

namespace UptimeSquirrel.Grains.Quieting;

/// <summary>What has to be known to decide whether to tell.</summary>
/// <param name="Now">The time.</param>
/// <param name="Maintenance">The maintenance that the website is in; null when in none.</param>
/// <param name="Parent">What the website it depends on means for it, if it is down.</param>
/// <param name="With">What went down with it; null when nothing did.</param>
/// <param name="FlappingLimit">With how many outages within an hour a website flaps; 0 = never.</param>
/// <param name="SoonAgain">How soon to look again while something is still to be found out.</param>
/// <param name="OneMoreLook">How long after its parent came back a website gets, to come back too.</param>
internal sealed record QuietFacts(
    DateTimeOffset Now, MaintenanceSpan? Maintenance, ParentVerdict Parent, Companions? With, int FlappingLimit, TimeSpan SoonAgain, TimeSpan OneMoreLook);
