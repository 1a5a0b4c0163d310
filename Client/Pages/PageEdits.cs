using UptimeSquirrel.Owners;
using UptimeSquirrel.StatusPages;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Pages;

/// <summary>Changes to the groups of a status page.</summary>
internal static class PageEdits
{
    /// <summary>Puts a website at the end of a group, and takes it out of any other.</summary>
    public static StatusPageSettings Put(StatusPageSettings settings, string? heading, PageWebsite website)
    {
        var groups = settings.Groups.Select(group => group with { Websites = [.. group.Websites.Where(one => one.Id != website.Id)] }).ToList();
        var index = heading is null ? Math.Min(0, groups.Count - 1) : groups.FindIndex(group => IsCalled(group, heading));
        if (index < 0)
        {
            groups.Add(new PageGroup { Name = heading?.Trim() ?? "" });
            index = groups.Count - 1;
        }

        groups[index] = groups[index] with { Websites = [.. groups[index].Websites, website] };
        return settings with { Groups = WithoutEmpty(groups) };
    }

    public static StatusPageSettings Take(StatusPageSettings settings, WebsiteId website) =>
        settings with { Groups = WithoutEmpty(settings.Groups.Select(group => group with { Websites = [.. group.Websites.Where(one => one.Id != website)] })) };

    /// <summary>Puts websites on the page by a rule; a group that is there takes the rule over.</summary>
    public static StatusPageSettings PutRule(StatusPageSettings settings, string heading, string? tag, OwnerId? owner)
    {
        var groups = settings.Groups.ToList();
        var index = groups.FindIndex(group => IsCalled(group, heading));
        if (index < 0)
            groups.Add(new PageGroup { Name = heading.Trim(), Tag = tag, OfOwner = owner });
        else
            groups[index] = groups[index] with { Tag = tag, OfOwner = owner };
        return settings with { Groups = groups };
    }

    public static StatusPageSettings TakeGroup(StatusPageSettings settings, string heading) => settings with { Groups = [.. settings.Groups.Where(group => !IsCalled(group, heading))] };

    public static bool IsCalled(PageGroup group, string heading) => string.Equals(group.Name, heading.Trim(), StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<PageGroup> WithoutEmpty(IEnumerable<PageGroup> groups) => [.. groups.Where(group => group is not { Websites.Count: 0, Tag: null, OfOwner: null })];
}
