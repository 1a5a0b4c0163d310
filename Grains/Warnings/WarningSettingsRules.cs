using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Warnings;

/// <summary>Whether settings of warnings can be taken, and what they are then.</summary>
internal static class WarningSettingsRules
{
    private static readonly TimeSpan _shortestSlowAfter = TimeSpan.FromMilliseconds(10);

    /// <summary>The settings after the changes; null when they say nothing but the defaults, as those of most websites.</summary>
    public static WarningSettings? Apply(WarningSettings? current, WarningSettings? changes)
    {
        if (changes is null)
            return current;
        var slowAfter = changes.SlowAfter ?? current?.SlowAfter;
        var settings = new WarningSettings
        {
            SlowAfter = slowAfter == TimeSpan.Zero ? null : slowAfter,
            Certificate = (changes.Certificate ?? current?.Certificate) == false ? false : null,
            Domain = (changes.Domain ?? current?.Domain) == false ? false : null,
        };
        return settings == new WarningSettings() ? null : settings;
    }

    /// <summary>What is wrong with the changes.</summary>
    /// <param name="changes">What was asked for.</param>
    /// <param name="timeout">The longest time a check of this website may take.</param>
    public static IEnumerable<SettingProblem> FindProblems(WarningSettings? changes, TimeSpan timeout)
    {
        if (changes?.SlowAfter is { } slow && slow != TimeSpan.Zero && (slow < _shortestSlowAfter || slow >= timeout))
            yield return new("slowAfter",
                $"The time {Duration.Format(slow)} after which it is slow cannot be taken: expected {Duration.Format(_shortestSlowAfter)} to less than {Duration.Format(timeout)}, when a check is given up, or 0 for never.");
    }
}
