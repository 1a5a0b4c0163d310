using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>There is nothing to look at: the job calls us. Whoever asks all the same has seen nothing.</summary>
internal sealed class HeartbeatLook : IKindLook
{
    public Task<KindFacts> LookAsync(KindFacts facts, Look look)
    {
        look.Fail(FailureKind.CheckSkipped, "a heartbeat cannot be looked at: the job calls us");
        return Task.FromResult(facts);
    }
}
