using System.Diagnostics.CodeAnalysis;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Commands;

/// <summary>How a caller names an outage: by the website, or by the incident's id.</summary>
internal sealed record IncidentReference(WebsiteReference Website, string? Incident)
{
    public static bool TryParse(string? text, [NotNullWhen(true)] out IncidentReference? reference, [NotNullWhen(false)] out string? problem)
    {
        problem = null;
        if (WebsiteId.TryFromIncident(text?.Trim(), out var id))
            reference = new(new WebsiteReference(id, null), text!.Trim());
        else
            reference = WebsiteReference.TryParse(text, out var website, out problem) ? new(website, null) : null;
        return reference is not null;
    }
}
