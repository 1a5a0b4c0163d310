using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Maintenance;

/// <summary>A time in which an owner expects websites to be down: they are checked, but nobody is told, and the time does not count into their uptime.</summary>
/// <remarks>Either once, from <see cref="From"/> to <see cref="To"/>, or again and again, by <see cref="Cron"/> and <see cref="Length"/>.</remarks>
[GenerateSerializer, Immutable, Alias("uptime.maintenance-window")]
public sealed record MaintenanceWindow
{
    /// <summary>The most windows one owner may have that are not over.</summary>
    public const int MaximumPerOwner = 100;

    /// <summary>Names it among those of its owner: 1 to 32 letters and digits, chosen by who adds it, so that adding it again changes nothing.</summary>
    [Id(0)]
    public required string Id { get; init; }

    /// <summary>Whose websites.</summary>
    [Id(1)]
    public required OwnerId Owner { get; init; }

    /// <summary>Only the website at this address; null = not chosen by address.</summary>
    [Id(2)]
    public WebsiteUrl? Url { get; init; }

    /// <summary>Only websites with this tag; null = not chosen by tag. With neither address nor tag it holds for all websites of the owner.</summary>
    [Id(3)]
    public string? Tag { get; init; }

    /// <summary>When a single one begins, UTC; null when it recurs.</summary>
    [Id(4)]
    public DateTimeOffset? From { get; init; }

    /// <summary>When a single one ends, UTC, at most a year after it begins; null when it recurs.</summary>
    [Id(5)]
    public DateTimeOffset? To { get; init; }

    /// <summary>When a recurring one begins, as five cron fields read in <see cref="Zone"/>: <c>0 2 * * SUN</c>; null when it does not recur.</summary>
    [Id(6)]
    public string? Cron { get; init; }

    /// <summary>How long a recurring one lasts, by the stop watch also where clocks are changed meanwhile: 1 minute to 7 days; null when it does not recur.</summary>
    [Id(7)]
    public TimeSpan? Length { get; init; }

    /// <summary>The time zone in which its owner thinks, by its IANA name: <c>Europe/Berlin</c>.</summary>
    [Id(8)]
    public required string Zone { get; init; }

    /// <summary>When it was added, UTC: it holds from then on at the earliest.</summary>
    [Id(9)]
    public DateTimeOffset AddedAt { get; init; }

    /// <summary>When it was removed, UTC: it holds no longer than that. Null while it is not.</summary>
    [Id(10)]
    public DateTimeOffset? RemovedAt { get; init; }
}
