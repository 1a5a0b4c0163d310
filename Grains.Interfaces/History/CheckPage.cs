using UptimeSquirrel.Checks;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.History;

/// <summary>One page of a website's checks.</summary>
/// <param name="Checks">Newest first.</param>
/// <param name="Next">To continue, ask for what is before this moment; null on the last page.</param>
[GenerateSerializer, Immutable, Alias("uptime.check-page")]
public sealed record CheckPage([property: Id(0)] IReadOnlyList<CheckEntry> Checks, [property: Id(1)] DateTimeOffset? Next);

/// <summary>One check as it is kept.</summary>
/// <param name="Check">What came of it.</param>
/// <param name="Phases">
/// Where the time went, to a hundredth of a millisecond, and all that is not name, connection or encryption counts as the answer. Null where that is
/// not kept: for what is no website, for checks another silo made in this one's place, and for those of an earlier version.
/// </param>
[GenerateSerializer, Immutable, Alias("uptime.check-entry")]
public sealed record CheckEntry([property: Id(0)] CheckSummary Check, [property: Id(1)] PhaseTimes? Phases);
