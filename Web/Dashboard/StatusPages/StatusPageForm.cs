using UptimeSquirrel.Owners;
using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Web.Dashboard.StatusPages;

/// <summary>What stands in the form of a status page.</summary>
public sealed class StatusPageForm
{
    public string Title { get; set; } = "";
    public string Description { get; set; } = "";
    public string Domain { get; set; } = "";
    public OwnerId? Owner { get; set; }
    public string Zone { get; set; } = "UTC";
    public PageLanguage Language { get; set; }
    public bool Uptime { get; set; }
    public bool Incidents { get; set; }
    public bool Maintenance { get; set; }
    public bool Latency { get; set; }
    public bool Badges { get; set; }
    public bool Indexing { get; set; }
    public bool Subscription { get; set; }
    public IList<GroupForm> Groups { get; } = [];

    public static StatusPageForm Of(StatusPageSettings settings)
    {
        var parts = settings.Parts;
        var form = new StatusPageForm
        {
            Title = settings.Title,
            Description = settings.Description,
            Domain = settings.Domain ?? "",
            Owner = settings.Owner,
            Zone = settings.Zone,
            Language = settings.Language,
            Uptime = parts.Uptime,
            Incidents = parts.Incidents,
            Maintenance = parts.Maintenance,
            Latency = parts.Latency,
            Badges = parts.Badges,
            Indexing = parts.Indexing,
            Subscription = parts.Subscription,
        };
        foreach (var group in settings.Groups)
            form.Groups.Add(GroupForm.Of(group));
        return form;
    }

    public StatusPageSettings Read() => new()
    {
        Title = Title.Trim(),
        Description = Description.Trim(),
        Domain = string.IsNullOrWhiteSpace(Domain) ? null : Domain.Trim(),
        Owner = Owner,
        Zone = Zone.Trim(),
        Language = Language,
        Parts = new PageParts { Uptime = Uptime, Incidents = Incidents, Maintenance = Maintenance, Latency = Latency, Badges = Badges, Indexing = Indexing, Subscription = Subscription },
        Groups = [.. Groups.Select(group => group.Read())],
    };
}

/// <summary>What stands in the form of a group of websites.</summary>
public sealed class GroupForm
{
    public string Name { get; set; } = "";
    public string Tag { get; set; } = "";
    public OwnerId? OfOwner { get; set; }
    public IList<PageWebsite> Websites { get; } = [];

    public static GroupForm Of(PageGroup group)
    {
        var form = new GroupForm { Name = group.Name, Tag = group.Tag ?? "", OfOwner = group.OfOwner };
        foreach (var website in group.Websites)
            form.Websites.Add(website);
        return form;
    }

    public PageGroup Read() => new() { Name = Name.Trim(), Tag = string.IsNullOrWhiteSpace(Tag) ? null : Tag.Trim().ToLowerInvariant(), OfOwner = OfOwner, Websites = [.. Websites] };
}
