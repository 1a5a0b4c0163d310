using System.Net;
using System.Net.Sockets;
using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>Pings a host: once a second until it answers, or the time for connecting is over.</summary>
internal sealed class PingLook(KindTools tools) : IKindLook
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task<KindFacts> LookAsync(KindFacts facts, Look look)
    {
        var addresses = await tools.Connector.FindAddressesAsync(facts.Url.ToUri().IdnHost, look);

        // The one a visitor would try first, or, where there is no way to that kind of address, the first of the other kind.
        var address = addresses[0];
        await tools.TakeTurnAsync(address, look);
        look.Enter(Phase.Connecting);
        var error = await PingAsync(address, look);
        if (FailureNames.OfConnection(error) == FailureKind.HostUnreachable && addresses.Find(other => other.AddressFamily != address.AddressFamily) is { } another)
            error = await PingAsync(address = another, look);

        if (EchoSocket.IsRefusal(error))
            look.Fail(FailureKind.PingNotPossible, $"{FailureNames.Errno(error)} for an ICMP socket");
        else if (error == SocketError.TimedOut)
            look.Fail(FailureKind.PingUnanswered, $"no echo from {address}");
        else if (error != SocketError.Success)
            look.Fail(FailureNames.OfConnection(error), $"{FailureNames.Errno(error)} {address}");
        return facts;
    }

    private async Task<SocketError> PingAsync(IPAddress address, Look look)
    {
        var began = tools.Time.GetTimestamp();
        var error = SocketError.Success;
        try
        {
            using var socket = (tools.Surroundings.OpenEcho ?? EchoSocket.Open)(address);
            look.ConnectedTo = address.ToString();
            await AskUntilAnsweredAsync(socket, look.Token);
        }
        catch (SocketException e)
        {
            error = e.SocketErrorCode;
        }
        catch (OperationCanceledException)
        {
            error = SocketError.TimedOut;
        }

        var problem = error switch
        {
            SocketError.Success => null,
            SocketError.TimedOut => "no answer",
            _ => FailureNames.Errno(error),
        };
        look.Note(address.ToString(), tools.Time.GetElapsedTime(began), problem);
        return error;
    }

    private async Task AskUntilAnsweredAsync(Socket socket, CancellationToken token)
    {
        var echo = new Echo(socket.AddressFamily);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(token);
        var answer = HearAsync(socket, echo, end.Token);
        try
        {
            for (ushort number = 1; !answer.IsCompleted; number++)
            {
                await socket.SendAsync(echo.Request(number), token);
                await Task.WhenAny(answer, Task.Delay(Pause, tools.Time, end.Token));
                token.ThrowIfCancellationRequested();
            }

            await answer;
        }
        finally
        {
            await end.CancelAsync();
            await answer.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task HearAsync(Socket socket, Echo echo, CancellationToken token)
    {
        var message = new byte[128];
        while (!echo.IsAnsweredBy(message.AsSpan(0, await socket.ReceiveAsync(message, token))))
        {
            // Somebody else's, or nonsense.
        }
    }
}
