using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Client.Output.Json;

/// <summary>A way of telling an owner; secrets are masked.</summary>
internal sealed record ChannelShape(string Id, string Kind, IReadOnlyDictionary<string, string> Settings, DateTimeOffset? BrokenSince, string? LastFailure,
    double? AfterSeconds, string? Only)
{
    public static ChannelShape Of(ContactChannel channel) => new(channel.Id, channel.Kind, channel.Settings, channel.BrokenSince, channel.LastFailure,
        channel.Use.After?.TotalSeconds, channel.Use.Only);
}

/// <summary>What came of a test message.</summary>
internal sealed record ChannelTestShape(string Channel, string Kind, string Outcome, string Answer)
{
    public static ChannelTestShape Of(ChannelTest test) => new(test.Channel.Id, test.Channel.Kind, DeliveryShape.OutcomeOf(test.Outcome), test.Answer);
}

/// <summary>A kind of channel, and what it takes.</summary>
internal sealed record ChannelKindShape(string Name, string Title, IReadOnlyList<ChannelSettingShape> Settings)
{
    public static ChannelKindShape Of(ChannelKind kind) => new(kind.Name, kind.Title, [.. kind.Settings.Select(ChannelSettingShape.Of)]);
}

/// <summary>Something a channel takes.</summary>
internal sealed record ChannelSettingShape(string Name, string Meaning, bool Required, bool Secret, string Example)
{
    public static ChannelSettingShape Of(ChannelSetting setting) => new(setting.Name, setting.Meaning, setting.IsRequired, setting.IsSecret, setting.Example);
}
