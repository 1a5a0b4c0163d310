using Orleans.Concurrency;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Websites;

/// <summary>One website that is watched. The key is a <see cref="WebsiteId"/>.</summary>
/// <remarks>A <see cref="TimeoutException"/> from any method means that the cluster did not answer in time; every call is safe to repeat.</remarks>
[Alias("uptime.website")]
public interface IWebsiteGrain : IGrainWithGuidKey
{
    /// <summary>Starts watching this website, or changes how it is watched.</summary>
    /// <param name="owner">Who is told; with <paramref name="url"/> it must be what this grain's key was derived from.</param>
    /// <param name="url">The address.</param>
    /// <param name="changes">Settings other than the defaults.</param>
    /// <returns>Whether that was news, or what was wrong with it.</returns>
    /// <remarks>
    /// When this returns without a problem, the website is checked even if every silo restarts. Calling it again changes nothing.
    /// The first check follows within one interval, at a moment that spreads all websites evenly.
    /// </remarks>
    [Alias("Register")]
    Task<RegistrationResult> RegisterAsync(OwnerId owner, WebsiteUrl url, WebsiteChanges changes);

    /// <summary>Tells what <see cref="RegisterAsync"/> would do with the same arguments. Nothing is changed.</summary>
    /// <remarks>Whether a parent is there, and what it depends on itself, is not looked at: it may be about to be registered.</remarks>
    [Alias("Preview"), AlwaysInterleave]
    Task<RegistrationPreview> PreviewAsync(OwnerId owner, WebsiteUrl url, WebsiteChanges changes);

    /// <summary>Stops checking until <see cref="ResumeAsync"/>; an open incident ends without an alert.</summary>
    /// <returns>The new status; null when this website is not registered.</returns>
    [Alias("Pause")]
    Task<WebsiteStatus?> PauseAsync();

    /// <summary>Checks again after <see cref="PauseAsync"/>.</summary>
    /// <returns>The new status; null when this website is not registered.</returns>
    [Alias("Resume")]
    Task<WebsiteStatus?> ResumeAsync();

    /// <summary>Stops watching for good and forgets the website and its history.</summary>
    /// <returns>Whether it was registered.</returns>
    [Alias("Remove")]
    Task<bool> RemoveAsync();

    /// <summary>Looks at the website now, and draws the same conclusions as from a check on schedule.</summary>
    /// <returns>The status after the look; null when this website is not registered. A paused website is not looked at.</returns>
    [Alias("CheckNow")]
    Task<WebsiteStatus?> CheckNowAsync();

    /// <summary>Looks at the website once more and writes down every step. No conclusion is drawn from it, and nothing is recorded.</summary>
    /// <returns>What was seen, and from where; null when this website is not registered, or is paused.</returns>
    [Alias("Trace"), AlwaysInterleave]
    Task<WebsiteTrace?> TraceAsync();

    /// <summary>Looks at the website from every silo at once, at most 50 of them. No conclusion is drawn from it, and nothing is recorded.</summary>
    /// <returns>One entry for each silo, the one that watches it first; null when this website is not registered, is paused, or is a job that calls us.</returns>
    [Alias("LookFromEverywhere"), AlwaysInterleave]
    Task<IReadOnlyList<VantageLook>?> LookFromEverywhereAsync();

    /// <summary>What is known now, from memory; answers at once even while a check is waiting for a slow website.</summary>
    /// <returns>The status; null when this website is not registered.</returns>
    [Alias("GetStatus"), AlwaysInterleave]
    Task<WebsiteStatus?> GetStatusAsync();

    /// <summary>Looks at the website unless the check that was due at a moment has been made or is under way. Asked by silos that miss a check.</summary>
    /// <param name="dueAt">When a check was due, UTC.</param>
    /// <param name="checkedAt">The last check the caller knows of, UTC; null when none.</param>
    /// <returns>Whether it looks at it now. Answers at once, also then.</returns>
    [Alias("LookIfOverdue"), AlwaysInterleave, ResponseTimeout("00:00:05")]
    Task<bool> LookIfOverdueAsync(DateTimeOffset dueAt, DateTimeOffset? checkedAt);
}
