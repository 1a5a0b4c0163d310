using UptimeSquirrel.Client.Output;
using UptimeSquirrel.History;

namespace UptimeSquirrel.Client.Watching;

/// <summary>The words of <c>squirrel watch</c>.</summary>
internal static class WatchText
{
    public static string Counts(StandingCounts counts) =>
        $"{Wording.Count(counts.Total, "website")}: {Wording.Number(counts.Down)} down, {Wording.Number(counts.Suspect)} suspect, " +
        $"{Wording.Number(counts.Up)} up, {Wording.Number(counts.Pending)} pending, {Wording.Number(counts.Paused)} paused";

    /// <summary>One change on one line.</summary>
    public static string Change(Incident incident, TimeProvider clock) => incident.EndedAt is { } end
        ? $"{Wording.Local(end, clock)}  up    {incident.Url}  after {Wording.Length(end - incident.StartedAt)}"
        : $"{Wording.Local(incident.StartedAt, clock)}  down  {incident.Url}  {incident.Problem.Sentence}";
}
