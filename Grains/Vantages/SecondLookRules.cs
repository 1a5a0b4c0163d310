using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Grains.Vantages;

/// <summary>Decides whether our look counts, given what others see.</summary>
internal static class SecondLookRules
{
    /// <param name="own">What we see.</param>
    /// <param name="others">What those see that answered.</param>
    /// <param name="isAlone">Whether there was nobody to ask. That nobody answered is something else: then it may be we who are cut off.</param>
    public static SecondLook Weigh(Sighting own, IReadOnlyList<Sighting> others, bool isAlone)
    {
        IReadOnlyList<Sighting> all = [own, .. others];
        var same = all.Count(sighting => sighting.IsHealthy == own.IsHealthy);
        var outcome = (2 * same).CompareTo(all.Count) switch
        {
            > 0 when isAlone || others.Count > 0 => SecondLookOutcome.Agreed,
            < 0 => SecondLookOutcome.Disagreed,
            _ => SecondLookOutcome.Undecided,
        };
        return new SecondLook(outcome, all);
    }
}
