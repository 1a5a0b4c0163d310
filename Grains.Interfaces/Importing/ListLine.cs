using UptimeSquirrel.Owners;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Importing;

/// <summary>One website of a list, as its line says.</summary>
/// <param name="Number">The number of the line, from 1.</param>
/// <param name="Url">Its address.</param>
internal sealed record ListLine(int Number, WebsiteUrl Url)
{
    public OwnerId? Owner { get; init; }
    public IReadOnlyList<EmailAddress> Emails { get; init; } = [];
    public WebsiteChanges Changes { get; init; } = WebsiteChanges.None;
}

/// <summary>A line that cannot be used, and why.</summary>
internal sealed record BadLine(int Number, string Problem);
