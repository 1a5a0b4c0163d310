using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Grains.StatusPages;

/// <summary>What a status page's grain keeps in the database.</summary>
internal sealed record StatusPageState
{
    /// <summary>What was said about the page; null when there is none.</summary>
    public StatusPageSettings? Settings { get; init; }

    /// <summary>What people announced, newest first.</summary>
    public IReadOnlyList<Announcement> Announcements { get; init; } = [];

    /// <summary>The hash of the password, see <see cref="PagePasswordRules"/>; null when visitors need none.</summary>
    public string? Password { get; init; }

    /// <summary>Changes with the password; null when visitors need none.</summary>
    public string? PasswordMark { get; init; }

    /// <summary>What goes into the keys of its websites, so that nobody can tell from a key which website it is.</summary>
    public string Salt { get; init; } = "";

    /// <summary>Grows with every change, also when the page is removed and made anew.</summary>
    public long Version { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    public StatusPage? ToPage(StatusPageSlug slug) => Settings is null ? null : new StatusPage
    {
        Slug = slug,
        Settings = Settings,
        Announcements = Announcements,
        PasswordMark = PasswordMark,
        Salt = Salt,
        Version = Version,
        CreatedAt = CreatedAt,
        ChangedAt = ChangedAt,
    };
}
