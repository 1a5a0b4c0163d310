using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Adapters.Channels;

/// <summary>Says what a kind of channel takes.</summary>
internal static class Setting
{
    public static ChannelSetting Needed(string name, string meaning, string example) => new(name, meaning, example) { IsRequired = true };

    public static ChannelSetting Secret(string name, string meaning, string example) => new(name, meaning, example) { IsRequired = true, IsSecret = true };

    public static ChannelSetting Optional(string name, string meaning, string example) => new(name, meaning, example);

    public static ChannelSetting OptionalSecret(string name, string meaning, string example) => new(name, meaning, example) { IsSecret = true };
}
