using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>Connects to a port, sends nothing, and hangs up.</summary>
internal sealed class TcpLook(KindTools tools) : IKindLook
{
    public async Task<KindFacts> LookAsync(KindFacts facts, Look look)
    {
        try
        {
            await using var stream = await tools.ConnectAsync(facts.Url.ToUri(), look);
        }
        catch (ConnectionFailedException) when (look.Failure == FailureKind.ConnectionBroken)
        {
            // It was taken, and dropped before we could see that. Whether we do is a matter of microseconds, and must not decide.
            look.Forget();
        }

        return facts;
    }
}
