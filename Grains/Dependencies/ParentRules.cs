using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Dependencies;

/// <summary>What it means for a website that the one it depends on is up, down, or in between.</summary>
internal static class ParentRules
{
    /// <summary>How many websites may depend on one another in a row, the first and the last counted.</summary>
    public const int MaximumDepth = 5;

    /// <summary>The longest that an owner waits for an alert because of a parent of which nobody knows yet what it is.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(90);

    /// <summary>Judges a website that is down by what its parent says of itself.</summary>
    /// <param name="parent">What it says; null when it is not watched, or does not answer.</param>
    /// <param name="failingSince">The first failed check of the website that is down.</param>
    public static ParentVerdict Judge(ParentReport? parent, DateTimeOffset failingSince) => parent switch
    {
        { Standing: Standing.Down } => ParentVerdict.Fold,
        { Standing: Standing.Suspect } => ParentVerdict.Wait,

        // Up, but looked at before the trouble began: that says nothing yet.
        { Standing: Standing.Up or Standing.Pending } when MustLook(parent, failingSince) => ParentVerdict.Wait,
        _ => ParentVerdict.Tell,
    };

    /// <summary>Whether a parent has to be looked at, ahead of its schedule, to tell whether it is down too.</summary>
    public static bool MustLook(ParentReport parent, DateTimeOffset failingSince) =>
        parent.Standing is Standing.Up or Standing.Pending && !(parent.LookedAt >= failingSince);
}
