using UptimeSquirrel.Looks;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Websites;

/// <summary>Whether a patience of one website's own can be taken, and what it is then.</summary>
internal static class PatienceRules
{
    private const int MostDelays = 5;
    private const int MostSuccesses = 5;

    public static readonly PatienceSettings AsConfigured = new();

    private static readonly TimeSpan _shortestDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _longestDelay = TimeSpan.FromMinutes(5);

    /// <summary>The patience after the changes; null when nothing of it is the website's own.</summary>
    public static PatienceSettings? Apply(PatienceSettings? current, WebsiteChanges changes)
    {
        var settings = new PatienceSettings
        {
            RecheckDelays = changes.Patience?.RecheckDelays ?? (changes.Unset.Contains(SettingName.Recheck) ? null : current?.RecheckDelays),
            SuccessesBeforeUp = changes.Patience?.SuccessesBeforeUp ?? (changes.Unset.Contains(SettingName.Successes) ? null : current?.SuccessesBeforeUp),
        };
        return settings.IsSameAs(AsConfigured) ? null : settings;
    }

    /// <summary>Everything that is wrong.</summary>
    public static IEnumerable<SettingProblem> Find(PatienceSettings settings)
    {
        if (settings.RecheckDelays is { Count: > MostDelays } many)
            yield return new("recheck", $"{many.Count} rechecks were given: at most {MostDelays} are made.");
        foreach (var delay in settings.RecheckDelays?.Where(delay => delay < _shortestDelay || delay > _longestDelay) ?? [])
            yield return new("recheck", $"The recheck after {Duration.Format(delay)} cannot be taken: expected {Duration.Format(_shortestDelay)} to {Duration.Format(_longestDelay)}.");
        if (settings.SuccessesBeforeUp is < 1 or > MostSuccesses)
            yield return new("successes", $"{settings.SuccessesBeforeUp} good checks in a row cannot be asked for: expected 1 to {MostSuccesses}.");
    }
}
