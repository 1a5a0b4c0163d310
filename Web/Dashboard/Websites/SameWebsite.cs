using System.Diagnostics.CodeAnalysis;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Dashboard.Websites;

/// <summary>A website stays the one that was ticked, however its standing changes.</summary>
internal sealed class SameWebsite : IEqualityComparer<WebsiteStatus>
{
    public static SameWebsite Comparer { get; } = new();

    public bool Equals(WebsiteStatus? x, WebsiteStatus? y) => x?.Id == y?.Id;

    public int GetHashCode([DisallowNull] WebsiteStatus obj) => obj.Id.GetHashCode();
}
