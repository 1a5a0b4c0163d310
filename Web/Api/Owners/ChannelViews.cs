using UptimeSquirrel.History;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Web.Api.Owners;

/// <summary>One way in which an owner is told.</summary>
/// <param name="Id">Names it among the owner's channels.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Settings">What was set; secrets are masked.</param>
/// <param name="AfterSeconds">Only for outages that nobody has taken on after this time; null = at once, for everything.</param>
/// <param name="Only">Only for what matters at least so much; null = for everything.</param>
/// <param name="BrokenSince">Since when it is known not to work any more.</param>
/// <param name="LastFailure">Why the last delivery failed.</param>
public sealed record ChannelView(
    string Id, string Kind, IReadOnlyDictionary<string, string> Settings, double? AfterSeconds, string? Only, DateTimeOffset? BrokenSince, string? LastFailure)
{
    internal static ChannelView Of(ContactChannel channel) => new(
        channel.Id, channel.Kind, channel.Settings, channel.Use.After?.TotalSeconds, channel.Use.Only, channel.BrokenSince, channel.LastFailure);
}

/// <summary>A way of telling an owner to add.</summary>
/// <param name="Kind">What it is: the name of a channel kind.</param>
/// <param name="Settings">What it takes, by name; secrets are stored encrypted.</param>
/// <param name="AfterSeconds">Only for outages that nobody has taken on after this time: 1 second to 24 hours.</param>
/// <param name="Only">Only for what matters at least so much: <c>critical</c> or <c>warning</c>.</param>
public sealed record ChannelBody(string Kind, IReadOnlyDictionary<string, string> Settings, double? AfterSeconds = null, string? Only = null);

/// <summary>Another way of telling an owner over a channel there is.</summary>
/// <param name="Settings">What it takes, by name, in place of all earlier ones; secrets are stored encrypted.</param>
/// <param name="AfterSeconds">Only for outages that nobody has taken on after this time: 1 second to 24 hours.</param>
/// <param name="Only">Only for what matters at least so much: <c>critical</c> or <c>warning</c>.</param>
public sealed record ChannelChangeBody(IReadOnlyDictionary<string, string> Settings, double? AfterSeconds = null, string? Only = null);

/// <summary>What came of a test message.</summary>
/// <param name="Channel">Over which channel.</param>
/// <param name="Outcome">Whether it was delivered.</param>
/// <param name="Answer">The other side's words, or why it failed.</param>
public sealed record ChannelTestView(string Channel, DeliveryOutcome Outcome, string Answer)
{
    internal static ChannelTestView Of(ChannelTest test) => new(test.Channel.Id, test.Outcome, test.Answer);
}

/// <summary>A kind of channel, and what it takes.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Title">What it is, for people who do not know it.</param>
/// <param name="Settings">What it takes.</param>
public sealed record ChannelKindView(string Name, string Title, IReadOnlyList<ChannelSettingView> Settings)
{
    internal static ChannelKindView Of(ChannelKind kind) => new(
        kind.Name, kind.Title, [.. kind.Settings.Select(setting => new ChannelSettingView(setting.Name, setting.Meaning, setting.Example, setting.IsRequired, setting.IsSecret))]);
}

/// <summary>Something a channel must or may be told.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Meaning">What it is.</param>
/// <param name="Example">How one looks.</param>
/// <param name="IsRequired">Whether it must be given.</param>
/// <param name="IsSecret">Whether it is stored encrypted.</param>
public sealed record ChannelSettingView(string Name, string Meaning, string Example, bool IsRequired, bool IsSecret);
