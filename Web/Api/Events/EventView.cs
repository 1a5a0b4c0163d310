using UptimeSquirrel.Live;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Web.Api.Events;

/// <summary>What happened to a website; empty for events that are about none.</summary>
public sealed record EventView
{
    /// <summary>Which website.</summary>
    public Guid? Website { get; init; }

    /// <summary>Its address.</summary>
    public string? Url { get; init; }

    /// <summary>What people call it.</summary>
    public string? Name { get; init; }

    /// <summary>Whose it is.</summary>
    public string? Owner { get; init; }

    /// <summary>What it is now.</summary>
    public Standing? Standing { get; init; }

    /// <summary>Since when it is that.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>What is wrong with it, in one sentence; null when nothing is.</summary>
    public string? Reason { get; init; }

    internal static EventView Of(LiveNews news) => new()
    {
        Website = news.Website.Value,
        Url = news.Url.Text,
        Name = news.Name,
        Owner = news.Owner.Text,
        Standing = news.Standing,
        Since = news.Since,
        At = news.At,
        Reason = news.Incident?.Reason,
    };
}
