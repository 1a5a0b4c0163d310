using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>Connects to a port, sends nothing, and hangs up.</summary>
internal sealed class TcpLook(KindTools tools) : IKindLook
{
    public async Task<KindFacts> LookAsync(KindFacts facts, Look look)
    {
        await using var stream = await tools.ConnectAsync(facts.Url.ToUri(), look);
        return facts;
    }
}
