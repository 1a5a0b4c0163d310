using UptimeSquirrel.StatusPages;
using UptimeSquirrel.Web.Api.Answers;
using UptimeSquirrel.Web.Api.Reading;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Api.StatusPages;

/// <summary>A status page in a list.</summary>
/// <param name="Slug">Its name, which stands in its address.</param>
/// <param name="Title">What stands above it.</param>
/// <param name="Domain">The domain it has to itself; null when none.</param>
/// <param name="Owner">Whose it is; null = the installation's.</param>
/// <param name="HasPassword">Whether visitors need one.</param>
public sealed record PageItem(string Slug, string Title, string? Domain, string? Owner, bool HasPassword)
{
    internal static PageItem Of(StatusPageSummary page) => new(page.Slug.Text, page.Title, page.Domain, page.Owner?.Text, page.HasPassword);
}

/// <summary>A status page.</summary>
/// <param name="Slug">Its name.</param>
/// <param name="Settings">What it shows, and how.</param>
/// <param name="HasPassword">Whether visitors need one.</param>
/// <param name="Announcements">What people announced on it, newest first.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ChangedAt">When it was last changed.</param>
public sealed record PageView(
    string Slug, PageSettings Settings, bool HasPassword, IReadOnlyList<Announcement> Announcements, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt)
{
    internal static PageView Of(StatusPage page) => new(
        page.Slug.Text, PageSettings.Of(page.Settings), page.PasswordMark is not null, page.Announcements, page.CreatedAt, page.ChangedAt);
}

/// <summary>What a status page shows, and how.</summary>
public record PageSettings
{
    /// <summary>What stands above it: 1 to 100 characters.</summary>
    public required string Title { get; init; }

    /// <summary>What it is about; up to 1,000 characters.</summary>
    public string Description { get; init; } = "";

    /// <summary>A domain that shows this page at <c>/</c>; null = none.</summary>
    public string? Domain { get; init; }

    /// <summary>Whose it is: then it shows this owner's websites only. Null = the installation's, or the only owner the caller may change.</summary>
    public string? Owner { get; init; }

    /// <summary>The websites, in groups.</summary>
    public IReadOnlyList<GroupView> Groups { get; init; } = [];

    /// <summary>Which parts it has.</summary>
    public PageParts Parts { get; init; } = new();

    /// <summary>The time zone of its times and days, by its IANA name.</summary>
    public string Zone { get; init; } = "UTC";

    /// <summary>The language of its words.</summary>
    public PageLanguage Language { get; init; }

    internal static PageSettings Of(StatusPageSettings settings) => new()
    {
        Title = settings.Title,
        Description = settings.Description,
        Domain = settings.Domain,
        Owner = settings.Owner?.Text,
        Groups = [.. settings.Groups.Select(GroupView.Of)],
        Parts = settings.Parts,
        Zone = settings.Zone,
        Language = settings.Language,
    };

    internal StatusPageSettings Read(Mistakes mistakes) => new()
    {
        Title = Title,
        Description = Description,
        Domain = Domain,
        Owner = Texts.Owner(Owner, mistakes),
        Groups = [.. (Lists.Given(Groups, mistakes, "groups") ?? []).Select(group => group.Read(mistakes))],
        Parts = Parts,
        Zone = Zone,
        Language = Language,
    };
}

/// <summary>A status page to make.</summary>
public sealed record PageBody : PageSettings
{
    /// <summary>Its name, which stands in its address: 1 to 60 of a-z, 0-9 and hyphens.</summary>
    public required string Slug { get; init; }
}

/// <summary>Websites under one heading.</summary>
/// <param name="Name">The heading; empty = none.</param>
/// <param name="Websites">The websites that were chosen one by one.</param>
/// <param name="Tag">All websites with this tag follow.</param>
/// <param name="OfOwner">All websites of this owner follow.</param>
public sealed record GroupView(string Name = "", IReadOnlyList<PageWebsiteView>? Websites = null, string? Tag = null, string? OfOwner = null)
{
    internal static GroupView Of(PageGroup group) => new(
        group.Name, [.. group.Websites.Select(website => new PageWebsiteView(website.Id.Value, website.ShownName, website.ShowsAddress))], group.Tag, group.OfOwner?.Text);

    internal PageGroup Read(Mistakes mistakes) => new()
    {
        Name = Name,
        Websites = [.. (Lists.Given(Websites, mistakes, "groups") ?? []).Select(website => new PageWebsite(new WebsiteId(website.Id), website.ShownName, website.ShowsAddress))],
        Tag = Tag,
        OfOwner = Texts.Owner(OfOwner, mistakes, "groups"),
    };
}

/// <summary>A website on a status page.</summary>
/// <param name="Id">Which.</param>
/// <param name="ShownName">What visitors read; empty = the website's own name.</param>
/// <param name="ShowsAddress">Whether visitors see its address.</param>
public sealed record PageWebsiteView(Guid Id, string ShownName = "", bool ShowsAddress = false);

/// <summary>The password of a status page.</summary>
/// <param name="Password">8 to 200 characters; null = ask for none.</param>
public sealed record PasswordBody(string? Password);

/// <summary>Something to say on a status page.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Title">All that matters in one line; 1 to 200 characters.</param>
/// <param name="Text">What there is to say; up to 5,000 characters.</param>
/// <param name="From">When what it is about begins; maintenance needs one.</param>
/// <param name="To">When that is expected to end; maintenance needs one.</param>
public sealed record AnnouncementBody(AnnouncementKind Kind, string Title, string Text = "", DateTimeOffset? From = null, DateTimeOffset? To = null);

/// <summary>More to say under an announcement.</summary>
/// <param name="Text">What there is to add; may be empty when it is resolved by this.</param>
/// <param name="Resolves">Whether what it is about is over.</param>
public sealed record UpdateBody(string Text = "", bool Resolves = false);
