using System.Net;
using System.Net.Sockets;
using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>Connects to the first of several addresses that accepts, as browsers do (RFC 8305, "happy eyeballs").</summary>
/// <remarks>
/// Each address has a head start before the next one is tried beside it, and a refusal brings on the next at once. So an address that is
/// silent, or a broken IPv6, costs a quarter of a second and not the budget.
/// </remarks>
internal sealed class AddressRace(AddressTurns turns, TimeSpan turnPatience, TimeProvider time)
{
    private static readonly TimeSpan HeadStart = TimeSpan.FromMilliseconds(250);

    /// <summary>Returns the connection, which the look then owns.</summary>
    public async Task<Socket> ConnectAsync(IReadOnlyList<IPAddress> addresses, int port, Look look)
    {
        var running = new List<Attempt>(1);
        var failure = (Kind: FailureKind.None, Detail: "");
        try
        {
            for (var next = 0; next < addresses.Count || running.Count > 0;)
            {
                if (next < addresses.Count && await MayTryAsync(addresses[next], isAlone: running.Count == 0, look))
                    running.Add(Start(new IPEndPoint(addresses[next++], port), look));
                await WaitForAnyAsync(running, othersFollow: next < addresses.Count);
                for (var i = running.Count - 1; i >= 0; i--)
                {
                    if (!running[i].Outcome.IsCompleted)
                        continue;
                    var ended = running[i];
                    running.RemoveAt(i);
                    var error = await ended.Outcome;
                    if (error == SocketError.Success)
                        return Won(ended, look);
                    failure = Lost(ended, error, failure, look);
                }
            }
        }
        finally
        {
            foreach (var slower in running)
                await DropAsync(slower, look);
        }

        throw look.Failed(failure.Kind, failure.Detail);
    }

    private static Socket Won(Attempt attempt, Look look)
    {
        look.Own(attempt.Socket!, attempt.EndPoint.Address);
        look.Note(attempt.EndPoint, attempt.Took, problem: null);
        look.ConnectedTo = attempt.Text;
        return attempt.Socket!;
    }

    private static (FailureKind Kind, string Detail) Lost(Attempt attempt, SocketError error, (FailureKind Kind, string Detail) before, Look look)
    {
        var isOutOfTime = look.Token.IsCancellationRequested;
        look.Note(attempt.EndPoint, attempt.Took, isOutOfTime ? "no answer in time" : FailureNames.Errno(error));
        look.Token.ThrowIfCancellationRequested();

        // "No route" is the least telling: it is what every IPv6 address says where there is no IPv6.
        var kind = FailureNames.OfConnection(error);
        if (before.Kind is not (FailureKind.None or FailureKind.HostUnreachable))
            return before;
        return (kind, kind == FailureKind.CheckSkipped ? $"this machine has no more sockets ({FailureNames.Errno(error)})" : $"{FailureNames.Errno(error)} {attempt.Text}");
    }

    private async Task DropAsync(Attempt attempt, Look look)
    {
        attempt.Socket?.Dispose();
        if (await attempt.Outcome == SocketError.Success)
            turns.GiveBack(attempt.EndPoint.Address);
        look.Note(attempt.EndPoint, attempt.Took, "no answer before another address gave one");
    }

    /// <summary>An address that others look at already is left alone while there is still hope elsewhere; only then we wait for it.</summary>
    private async ValueTask<bool> MayTryAsync(IPAddress address, bool isAlone, Look look)
    {
        if (turns.TryTake(address))
            return true;
        if (!isAlone)
            return false;
        await turns.WaitForAsync(address, turnPatience, look);
        return true;
    }

    private Attempt Start(IPEndPoint endPoint, Look look)
    {
        var attempt = new Attempt(endPoint);
        look.ConnectedTo = attempt.Text;
        attempt.Outcome = TryAsync(attempt, look.Token);
        return attempt;
    }

    /// <summary>Keeps the turn when it succeeds, and gives it back when it does not.</summary>
    private async Task<SocketError> TryAsync(Attempt attempt, CancellationToken token)
    {
        var began = time.GetTimestamp();
        var error = SocketError.Success;
        try
        {
            attempt.Socket = new Socket(attempt.EndPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await attempt.Socket.ConnectAsync(attempt.EndPoint, token);
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            error = e is SocketException { SocketErrorCode: var code } ? code : SocketError.OperationAborted;
            attempt.Socket?.Dispose();
            turns.GiveBack(attempt.EndPoint.Address);
        }

        attempt.Took = time.GetElapsedTime(began);
        return error;
    }

    private async Task WaitForAnyAsync(List<Attempt> running, bool othersFollow)
    {
        if (!othersFollow && running.Count == 1)
        {
            await running[0].Outcome;
            return;
        }

        var any = Task.WhenAny(running.Select(attempt => attempt.Outcome));
        try
        {
            await (othersFollow ? any.WaitAsync(HeadStart, time) : any);
        }
        catch (TimeoutException)
        {
            // The head start is over: the next one may begin.
        }
    }

    private sealed class Attempt(IPEndPoint endPoint)
    {
        public IPEndPoint EndPoint { get; } = endPoint;

        public string Text { get; } = endPoint.ToString();

        public Socket? Socket { get; set; }

        public Task<SocketError> Outcome { get; set; } = null!;

        public TimeSpan Took { get; set; }
    }
}
