using UptimeSquirrel.History;
using UptimeSquirrel.Web.Api.Websites;

namespace UptimeSquirrel.Web.Api.History;

/// <summary>Shares of the time in which a website was up, from 0 to 1; null where nothing is known.</summary>
/// <param name="Hour">Of the last hour.</param>
/// <param name="Day">Of the last 24 hours.</param>
/// <param name="Week">Of the last 7 days.</param>
/// <param name="Month">Of the last 30 days.</param>
/// <param name="Quarter">Of the last 90 days (UTC), today among them.</param>
/// <param name="Year">Of the last 365 days (UTC), today among them.</param>
public sealed record UptimeView(double? Hour, double? Day, double? Week, double? Month, double? Quarter, double? Year);

/// <summary>How a website did on one day (UTC).</summary>
/// <param name="Day">Which day.</param>
/// <param name="Share">The share of the watched time in which it was up; null when nothing is known.</param>
/// <param name="WatchedSeconds">How long it was watched.</param>
/// <param name="DownSeconds">How long of that it was down.</param>
/// <param name="Checks">How many checks were made.</param>
/// <param name="Failures">How many of them failed.</param>
/// <param name="MeanLatencySeconds">The mean length of a check; null when there was none.</param>
public sealed record DayView(DateOnly Day, double? Share, double WatchedSeconds, double DownSeconds, int Checks, int Failures, double? MeanLatencySeconds)
{
    internal static DayView Of(UptimeDay day) => new(
        day.Day, day.Share, day.Watched.TotalSeconds, day.Down.TotalSeconds, day.Checks, day.Failures, day.MeanLatency?.TotalSeconds);
}

/// <summary>How fast a website answered.</summary>
/// <param name="StepSeconds">The time that one point stands for.</param>
/// <param name="Points">Oldest first; times without a check have none.</param>
public sealed record LatencyView(double StepSeconds, IReadOnlyList<LatencyPointView> Points)
{
    internal static LatencyView Of(LatencySeries series) => new(series.Step.TotalSeconds, [.. series.Points.Select(LatencyPointView.Of)]);
}

/// <summary>How fast a website answered in one step; null where that is not known.</summary>
/// <param name="At">The first moment of the step.</param>
/// <param name="Checks">How many checks were made.</param>
/// <param name="Failures">How many of them failed.</param>
/// <param name="P50Seconds">Half of the good checks took no longer.</param>
/// <param name="P95Seconds">95 of 100 good checks took no longer.</param>
/// <param name="P99Seconds">99 of 100 good checks took no longer.</param>
/// <param name="MeanSeconds">The mean.</param>
/// <param name="LongestSeconds">The longest.</param>
/// <param name="Phases">Where the time went on average.</param>
public sealed record LatencyPointView(
    DateTimeOffset At, int Checks, int Failures, double? P50Seconds, double? P95Seconds, double? P99Seconds, double? MeanSeconds, double? LongestSeconds, PhasesView? Phases)
{
    internal static LatencyPointView Of(LatencyPoint point) => new(
        point.At, point.Checks, point.Failures, point.P50?.TotalSeconds, point.P95?.TotalSeconds, point.P99?.TotalSeconds, point.Mean?.TotalSeconds,
        point.Longest?.TotalSeconds, point.Phases is { } phases ? PhasesView.Of(phases) : null);
}
