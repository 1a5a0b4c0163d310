namespace UptimeSquirrel.Owners;

/// <summary>The ways of telling people that this installation knows. Any number of these answer at once; use key 0.</summary>
[Alias("uptime.channel-kinds")]
public interface IChannelKindsGrain : IGrainWithIntegerKey
{
    /// <summary>All of them, in the order of their names.</summary>
    [Alias("GetAll")]
    Task<IReadOnlyList<ChannelKind>> GetAllAsync();
}
