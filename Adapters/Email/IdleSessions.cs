using UptimeSquirrel.Grains.Owners;

namespace UptimeSquirrel.Adapters.Email;

/// <summary>Connections to the mail server that have nothing to do for the moment: the next mail spares the handshake and the log-in.</summary>
internal sealed class IdleSessions : IDisposable
{
    // Mail servers wait for minutes; alerts come in bursts, and a connection that is not used is in somebody's way.
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(10);

    // A good-bye is a courtesy: a server that is slow with it must not hold up anything.
    private static readonly TimeSpan GoodByeTime = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private readonly List<(SmtpSession Session, DateTimeOffset Since)> sessions = [];
    private readonly TimeProvider clock;
    private readonly ITimer sweeping;
    private bool isClosed;

    public IdleSessions(TimeProvider clock)
    {
        this.clock = clock;
        sweeping = clock.CreateTimer(_ => Sweep(), null, KeptFor, KeptFor);
    }

    /// <summary>The one that was used last; null when there is none.</summary>
    public SmtpSession? Take()
    {
        lock (gate)
        {
            while (sessions.Count > 0)
            {
                var session = sessions[^1].Session;
                sessions.RemoveAt(sessions.Count - 1);
                if (session.IsOpen)
                    return session;
                session.Dispose();
            }

            return null;
        }
    }

    /// <summary>Keeps a connection that has just done its work; one that has not is of no use.</summary>
    public void Keep(SmtpSession session, DeliveryAnswer answer)
    {
        lock (gate)
        {
            if (!isClosed && answer is DeliveryAnswer.Delivered)
                sessions.Add((session, clock.GetUtcNow()));
            else
                session.Dispose();
        }
    }

    public void Dispose()
    {
        sweeping.Dispose();
        lock (gate)
        {
            isClosed = true;
            sessions.ForEach(one => one.Session.Dispose());
            sessions.Clear();
        }
    }

    private void Sweep()
    {
        List<SmtpSession> old;
        lock (gate)
        {
            var now = clock.GetUtcNow();
            old = [.. sessions.Where(one => now - one.Since >= KeptFor).Select(one => one.Session)];
            sessions.RemoveAll(one => old.Contains(one.Session));
        }

        foreach (var session in old)
            _ = LeaveAsync(session);
    }

    private async Task LeaveAsync(SmtpSession session)
    {
        using var limit = new CancellationTokenSource(GoodByeTime, clock);
        using (session)
            await session.LeaveAsync(limit.Token);
    }
}
