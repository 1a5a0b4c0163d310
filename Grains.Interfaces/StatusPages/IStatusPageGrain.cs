using Orleans.Concurrency;

namespace UptimeSquirrel.StatusPages;

/// <summary>One public status page. The key is <see cref="StatusPageSlug.GrainKey"/>.</summary>
/// <remarks>What visitors see follows within about 10 seconds of a change.</remarks>
[Alias("uptime.status-page")]
public interface IStatusPageGrain : IGrainWithStringKey
{
    /// <summary>The page; null when there is none of this name.</summary>
    [Alias("Get"), AlwaysInterleave]
    Task<StatusPage?> GetAsync();

    /// <summary>Makes the page.</summary>
    /// <returns>The page, or what was wrong; <see cref="StatusPageOutcome.Exists"/> when there is one of this name already.</returns>
    [Alias("Create")]
    Task<StatusPageAnswer> CreateAsync(StatusPageSettings settings);

    /// <summary>Puts other settings in place of those there are.</summary>
    /// <param name="settings">All of them.</param>
    /// <param name="version">The <see cref="StatusPage.Version"/> they were made from: nothing is changed when somebody else was faster. Null = never mind.</param>
    [Alias("Change")]
    Task<StatusPageAnswer> ChangeAsync(StatusPageSettings settings, long? version);

    /// <summary>Asks visitors for a password from now on; whoever entered another has to enter this one.</summary>
    /// <param name="password">8 to 200 characters; null = ask for none.</param>
    [Alias("SetPassword")]
    Task<StatusPageAnswer> SetPasswordAsync(string? password);

    /// <summary>Whether this is the page's password. Only a few guesses a minute are looked at: 10 from one network, 240 from all together.</summary>
    /// <param name="password">The guess.</param>
    /// <param name="network">Where it comes from: those who share a network share its guesses.</param>
    [Alias("TryPasswordFrom")]
    Task<PasswordAnswer> TryPasswordAsync(string password, string network);

    /// <summary>Says something on the page. One whose id is known already changes nothing.</summary>
    [Alias("Announce")]
    Task<StatusPageAnswer> AnnounceAsync(NewAnnouncement announcement);

    /// <summary>Says more under an announcement, or that what it is about is over.</summary>
    /// <param name="announcement">Its id.</param>
    /// <param name="text">What there is to add; may be empty when it is resolved by this.</param>
    /// <param name="resolves">Whether what it is about is over.</param>
    [Alias("AddUpdate")]
    Task<StatusPageAnswer> UpdateAsync(string announcement, string text, bool resolves);

    /// <summary>Takes an announcement off the page, for good.</summary>
    [Alias("RemoveAnnouncement")]
    Task<StatusPageAnswer> RemoveAnnouncementAsync(string announcement);

    /// <summary>Takes the page away, for good, with all that was announced on it.</summary>
    /// <returns>Whether there was one.</returns>
    [Alias("Remove")]
    Task<bool> RemoveAsync();
}
