using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace UptimeSquirrel.Benchmarks.Targets;

/// <summary>All websites of a benchmark, each with an address of its own on 127.0.0.0/8, in a process of its own and as cheap as can be.</summary>
internal static class TargetServer
{
    public const string Command = "targets";

    // Longer than the longest check.
    private static readonly TimeSpan _holdFor = TimeSpan.FromSeconds(15);
    private static readonly byte[] _well = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray();
    private static readonly byte[] _broken = "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray();

    /// <summary>Serves until the standard input ends. The only line it writes is the port.</summary>
    public static async Task<int> ServeAsync(TargetPlan plan, string log)
    {
        using var listener = Listen();
        Console.WriteLine(((IPEndPoint)listener.LocalEndPoint!).Port.ToString(CultureInfo.InvariantCulture));
        var looks = new LookLog(log);
        var late = plan.Latency > TimeSpan.Zero ? new Held(plan.Latency) : null;
        var slow = new Held(TargetPlan.SlowLatency);
        var hanging = new Held(_holdFor);
        for (var i = 0; i < Environment.ProcessorCount; i++)
            new Thread(() => Accept(listener, plan, looks, late, slow, hanging)) { IsBackground = true }.Start();

        using var flushing = new Timer(_ => looks.Flush(), null, TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(200));
        await Console.In.ReadToEndAsync();
        return 0;
    }

    /// <summary>Answers, or with null does not, and closes the connection.</summary>
    public static void Answer(Socket socket, byte[]? answer)
    {
        using (socket)
        {
            try
            {
                if (answer is not null)
                    socket.Send(answer);
            }
            catch (SocketException)
            {
                // The client is gone: nothing to answer.
            }
        }
    }

    // One socket for all addresses. It hands a connection over when the request is there, so that reading it never blocks.
    private static Socket Listen()
    {
        const int Tcp = 6, DeferAccept = 9, Seconds = 5;
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.SetRawSocketOption(Tcp, DeferAccept, BitConverter.GetBytes(Seconds));
        listener.Bind(new IPEndPoint(IPAddress.Any, 0));
        listener.Listen(4096);
        return listener;
    }

    private static void Accept(Socket listener, TargetPlan plan, LookLog looks, Held? late, Held slow, Held hanging)
    {
        var request = new byte[4096];
        while (true)
        {
            try
            {
                var socket = listener.Accept();
                var website = TargetProcess.NumberOf(((IPEndPoint)socket.LocalEndPoint!).Address);
                looks.Note(website);
                socket.Receive(request);
                var kind = plan.KindOf(website);
                var answer = kind == TargetKind.Failing ? _broken : _well;
                if (kind == TargetKind.Hanging)
                    hanging.Add(socket, null);
                else if (kind == TargetKind.Slow)
                    slow.Add(socket, answer);
                else if (late is not null)
                    late.Add(socket, answer);
                else
                    Answer(socket, answer);
            }
            catch (SocketException)
            {
                // The client is gone already.
            }
        }
    }
}
