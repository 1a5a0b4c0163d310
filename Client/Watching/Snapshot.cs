using UptimeSquirrel.History;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Watching;

/// <summary>What there is to see at one moment.</summary>
internal sealed record Snapshot(DateTimeOffset At, StandingCounts Counts, IReadOnlyList<WebsiteStatus> Troubled, IReadOnlyList<Incident> Latest);
