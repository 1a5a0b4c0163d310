using Orleans.Concurrency;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners;

[StatelessWorker, GrainType("channel-kinds")]
internal sealed class ChannelKindsGrain(Postman postman) : Grain, IChannelKindsGrain
{
    public Task<IReadOnlyList<ChannelKind>> GetAllAsync() => Task.FromResult(postman.Kinds);
}
