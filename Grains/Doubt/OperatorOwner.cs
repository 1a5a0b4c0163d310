using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Doubt;

/// <summary>The operator is an owner like others, with a name of its own.</summary>
internal sealed class OperatorOwner(IGrainFactory grains) : IOperator
{
    public Task TellAsync(Alert alert) => grains.GetGrain<IOwnerNotificationGrain>(OwnerId.Operator.GrainKey).AcceptAsync(alert);
}
