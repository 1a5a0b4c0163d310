using System.Diagnostics.CodeAnalysis;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Commands;

/// <summary>How a caller names a website: by its id or by its address.</summary>
internal sealed record WebsiteReference(WebsiteId? Id, WebsiteUrl? Url)
{
    public static bool TryParse(string? text, [NotNullWhen(true)] out WebsiteReference? reference, [NotNullWhen(false)] out string? problem)
    {
        problem = null;
        if (Guid.TryParseExact(text?.Trim(), "D", out var id))
            reference = new(new WebsiteId(id), null);
        else
            reference = WebsiteUrl.TryParse(text, out var url, out problem) ? new(null, url) : null;
        return reference is not null;
    }

    public override string ToString() => Id?.ToString() ?? Url!.Text;
}
