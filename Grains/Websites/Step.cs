using UptimeSquirrel.History;

namespace UptimeSquirrel.Grains.Websites;

/// <summary>What one look at a website changes.</summary>
/// <param name="State">What to remember from now on.</param>
/// <param name="MustSave">Whether that must survive a crash.</param>
/// <param name="LookAgainIn">How soon to look again, ahead of schedule; null = when the schedule says so.</param>
/// <param name="Incident">The incident that began or ended; null nearly always.</param>
/// <param name="NeedsSecondLook">Whether nothing is decided yet: others have to be asked first, and their answer decides.</param>
internal readonly record struct Step(WebsiteState State, bool MustSave, TimeSpan? LookAgainIn, Incident? Incident, bool NeedsSecondLook = false);
