using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using UptimeSquirrel.History;
using UptimeSquirrel.Web.Api.Answers;
using UptimeSquirrel.Web.Api.Reading;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Api.Websites;

/// <summary>Which websites; everything given must match.</summary>
public sealed record WebsiteFilter
{
    /// <summary>Only this owner's.</summary>
    [FromQuery(Name = "owner"), Description("Only this owner's.")]
    public string? Owner { get; init; }

    /// <summary>Only those with one of these standings.</summary>
    [FromQuery(Name = "standing"), Description("Only those with one of these standings: pending, up, suspect, down, paused. May be repeated.")]
    public string[]? Standing { get; init; }

    /// <summary>Only those with this tag.</summary>
    [FromQuery(Name = "tag"), Description("Only those with this tag.")]
    public string? Tag { get; init; }

    /// <summary>Only what is checked in this way.</summary>
    [FromQuery(Name = "kind"), Description("Only what is checked in this way: website, tcp, tls, dns, ping, heartbeat.")]
    public string? Kind { get; init; }

    /// <summary>Only those whose name or address holds this text.</summary>
    [FromQuery(Name = "search"), Description("Only those whose name or address holds this text, upper and lower case alike.")]
    public string? Search { get; init; }

    /// <summary>Only those at this very address.</summary>
    [FromQuery(Name = "url"), Description("Only those at this very address: one for each owner who watches it.")]
    public string? Url { get; init; }

    /// <summary>Whether every website matches, as far as the caller may see them.</summary>
    internal bool NamesNothing => Owner is null && Standing is null or { Length: 0 } && string.IsNullOrEmpty(Tag) && Kind is null && string.IsNullOrEmpty(Search) && Url is null;

    /// <summary>Null when there is nothing that this caller may see.</summary>
    internal CatalogQuery? Read(Call call, Mistakes mistakes)
    {
        var asked = Texts.Owner(Owner, mistakes);
        var standings = (Lists.Given(Standing, mistakes, "standing") ?? []).Select(word => Texts.Word<Standing>(word, mistakes, "standing")).OfType<Standing>().ToList();
        var query = new CatalogQuery
        {
            Standings = standings,
            Tag = Texts.Short(Tag, 50, mistakes, "tag"),
            Kind = Texts.Word<WebsiteKind>(Kind, mistakes, "kind"),
            Search = Texts.Short(Search, 200, mistakes, "search"),
            Url = Texts.Url(Url, mistakes),
        };
        return call.TryNarrow(asked, out var owner) ? query with { Owner = owner } : null;
    }
}
