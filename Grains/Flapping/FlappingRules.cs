using System.Diagnostics.CodeAnalysis;
using UptimeSquirrel.Quieting;

namespace UptimeSquirrel.Grains.Flapping;

/// <summary>When a website goes down and comes back so often that single alerts are a nuisance, and when it has calmed down.</summary>
/// <remarks>
/// Nagios calls a service flapping when it changed in more than a fifth (20 % in its sample configuration) of its last 21 checks, where late changes weigh more,
/// and steady again below 5 % (https://assets.nagios.com/downloads/nagioscore/docs/nagioscore/4/en/flapping.html). Three outages within an hour are five or
/// six changes in the 12 checks of our usual interval, far above that; half an hour without a change is six checks. Counting outages instead of
/// checks gives the same answer at every interval, and needs nothing to be remembered of a website that is well.
/// </remarks>
internal static class FlappingRules
{
    public static readonly TimeSpan Within = TimeSpan.FromHours(1);
    public static readonly TimeSpan SteadyAfter = TimeSpan.FromMinutes(30);

    /// <summary>Whether it flaps.</summary>
    public static bool IsFlapping([NotNullWhen(true)] Flaps? flaps) => flaps?.Since is not null;

    /// <summary>Counts an outage that its owner would be told about.</summary>
    /// <param name="flaps">What is remembered.</param>
    /// <param name="startedAt">When the outage began.</param>
    /// <param name="now">The time.</param>
    /// <param name="alertId">The alert that would tell it.</param>
    /// <param name="limit">With how many outages within <see cref="Within"/> it flaps; 0 = never.</param>
    public static Flaps? Count(Flaps? flaps, DateTimeOffset startedAt, DateTimeOffset now, string alertId, int limit)
    {
        if (IsFlapping(flaps))
            return flaps with { Outages = flaps.Outages + 1, ChangedAt = now };
        if (limit == 0)
            return null;
        DateTimeOffset[] lately = [.. (flaps?.Told ?? []).Where(at => startedAt - at < Within), startedAt];
        return lately.Length < limit
            ? new Flaps { Told = lately }
            : new Flaps { Since = lately[0], Outages = lately.Length, ChangedAt = now, AlertId = alertId };
    }

    /// <summary>Notes that a flapping website came back, or went down without being counted.</summary>
    public static Flaps? Change(Flaps? flaps, DateTimeOffset now) => IsFlapping(flaps) ? flaps with { ChangedAt = now } : flaps;

    /// <summary>Whether what is remembered can change nothing any more.</summary>
    public static bool IsForgotten(Flaps? flaps, DateTimeOffset now) => !IsFlapping(flaps) && (flaps is null || flaps.Told.All(at => now - at >= Within));

    /// <summary>Whether a flapping website has been what it is for long enough to be believed.</summary>
    public static bool IsSteady(Flaps? flaps, DateTimeOffset now) => IsFlapping(flaps) && now - flaps.ChangedAt >= SteadyAfter;

    /// <summary>What people are told of it; null when it does not flap.</summary>
    public static FlappingFacts? Describe(Flaps? flaps) => flaps?.Since is { } since ? new FlappingFacts(since, flaps.Outages) : null;
}
