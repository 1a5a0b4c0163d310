namespace UptimeSquirrel.Adapters.Channels;

/// <summary>How messages leave the house other than by mail. Section <c>Channels</c>.</summary>
public sealed class ChannelOptions
{
    /// <summary>Networks in CIDR notation that messages may go to although they are loopback, private, link-local or otherwise not public.</summary>
    /// <remarks>Default none, since whoever may add a channel could otherwise send requests into the network of this machine. Only there http will do.</remarks>
    public IReadOnlyList<string> AllowedPrivateNetworks { get; set; } = [];
}
