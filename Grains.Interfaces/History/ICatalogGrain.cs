using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.History;

/// <summary>The list of all websites, as of about a second ago. Any number of these answer at once; use key 0.</summary>
[Alias("uptime.catalog")]
public interface ICatalogGrain : IGrainWithIntegerKey
{
    /// <summary>One page of the websites that match, in the order that was asked for.</summary>
    [Alias("Find")]
    Task<CatalogPage> FindAsync(CatalogQuery query);

    /// <summary>How many websites there are of each standing.</summary>
    /// <param name="owner">Only this owner's; null = everyone's.</param>
    [Alias("Count")]
    Task<StandingCounts> CountAsync(OwnerId? owner);

    /// <summary>How many websites match, on all pages together.</summary>
    [Alias("CountMatches")]
    Task<int> CountMatchesAsync(CatalogQuery query);

    /// <summary>The tags in use, the most used first: at most <see cref="TagCount.MaximumTags"/>.</summary>
    /// <param name="owner">Only on this owner's websites; null = on anybody's.</param>
    [Alias("ListTags")]
    Task<IReadOnlyList<TagCount>> ListTagsAsync(OwnerId? owner);

    /// <summary>One page of the owners that have websites or can be reached, in the order of their names.</summary>
    [Alias("FindOwners")]
    Task<OwnerPage> FindOwnersAsync(OwnerQuery query);
}

/// <summary>Which websites to list. Everything given must match.</summary>
[GenerateSerializer, Immutable, Alias("uptime.catalog-query")]
public sealed record CatalogQuery
{
    /// <summary>The largest page.</summary>
    public const int MaximumLimit = 1000;

    /// <summary>Only this owner's.</summary>
    [Id(0)]
    public OwnerId? Owner { get; init; }

    /// <summary>Only those with this standing; see <see cref="Standings"/> for several.</summary>
    [Id(1)]
    public Standing? Standing { get; init; }

    /// <summary>Only those with this tag.</summary>
    [Id(2)]
    public string? Tag { get; init; }

    /// <summary>Only those whose name or address holds this text, upper and lower case alike.</summary>
    [Id(3)]
    public string? Search { get; init; }

    /// <summary>Only those at this very address: one for each owner who watches it.</summary>
    [Id(4)]
    public WebsiteUrl? Url { get; init; }

    /// <summary>Continue where <see cref="CatalogPage.Next"/> says; null = from the start.</summary>
    [Id(5)]
    public string? After { get; init; }

    /// <summary>At most this many: 1 to <see cref="MaximumLimit"/>, others are brought into that range.</summary>
    [Id(6)]
    public int Limit { get; init; } = 200;

    /// <summary>Only those with one of these standings; none at all = with any.</summary>
    [Id(10)]
    public IReadOnlyList<Standing> Standings { get; init; } = [];

    /// <summary>Only what is checked in this way.</summary>
    [Id(11)]
    public WebsiteKind? Kind { get; init; }

    /// <summary>What comes first.</summary>
    [Id(12)]
    public CatalogOrder Order { get; init; }

    /// <summary>Whether the order is turned round.</summary>
    [Id(13)]
    public bool IsReversed { get; init; }
}

/// <summary>One page of websites.</summary>
/// <param name="Websites">At most as many as were asked for.</param>
/// <param name="Next">Where to continue; null on the last page.</param>
[GenerateSerializer, Immutable, Alias("uptime.catalog-page")]
public sealed record CatalogPage([property: Id(0)] IReadOnlyList<WebsiteStatus> Websites, [property: Id(1)] string? Next);

/// <summary>How many websites there are of each standing.</summary>
[GenerateSerializer, Immutable, Alias("uptime.standing-counts")]
public sealed record StandingCounts(
    [property: Id(0)] int Pending,
    [property: Id(1)] int Up,
    [property: Id(2)] int Suspect,
    [property: Id(3)] int Down,
    [property: Id(4)] int Paused)
{
    /// <summary>All of them.</summary>
    public int Total => Pending + Up + Suspect + Down + Paused;
}
