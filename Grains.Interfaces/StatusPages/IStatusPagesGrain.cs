using Orleans.Concurrency;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.StatusPages;

/// <summary>All status pages of the installation. The key is 0.</summary>
[Alias("uptime.status-pages")]
public interface IStatusPagesGrain : IGrainWithIntegerKey
{
    /// <summary>The most pages there may be.</summary>
    const int MaximumPages = 1000;

    /// <summary>All pages, by name.</summary>
    [Alias("List"), AlwaysInterleave]
    Task<IReadOnlyList<StatusPageSummary>> ListAsync();

    /// <summary>For the grain of a page alone: notes that it is there, or what has changed about it.</summary>
    /// <returns>Why it may not be so, in one sentence: another page has its domain, or there are too many. Null when it may.</returns>
    [Alias("Note")]
    Task<SettingProblem?> NoteAsync(StatusPageSummary page);

    /// <summary>For the grain of a page alone: notes that it is gone.</summary>
    [Alias("Forget")]
    Task ForgetAsync(StatusPageSlug slug);
}
