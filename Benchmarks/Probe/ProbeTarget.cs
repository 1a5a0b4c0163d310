using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace UptimeSquirrel.Benchmarks.Probe;

/// <summary>The web servers of the probe's benchmarks, in a process of their own: as many addresses of this machine as asked for, one port.</summary>
internal static class ProbeTarget
{
    public const string Command = "target";

    /// <summary>After so many connections that it holds it says how many there were.</summary>
    public const int CountedBy = 10;
    private static readonly byte[] _answer = "HTTP/1.1 200 OK\r\nServer: target\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray();
    private static readonly ConcurrentBag<Socket> _held = [];    // what nobody holds is closed sooner or later
    private static SslServerAuthenticationOptions? _tls;
    private static int _connections;

    /// <summary>Serves until the standard input ends. The first line it writes is the port, further ones say how many connections it holds; with https the root's certificate comes before them.</summary>
    public static async Task<int> ServeAsync(int addresses, bool hangs, string? keys)
    {
        if (keys is not null)
        {
            var (root, shown) = TargetCertificate.Make(keys);
            _tls = new SslServerAuthenticationOptions { ServerCertificateContext = shown };
            Console.WriteLine(Convert.ToBase64String(root.RawData));
        }

        var first = Listen(IPAddress.Loopback, 0);
        var port = ((IPEndPoint)first.LocalEndPoint!).Port;
        Socket[] listeners = [first, .. Enumerable.Range(2, addresses - 1).Select(number => Listen(new IPAddress(new byte[] { 127, 0, (byte)(number >> 8), (byte)number }), port))];
        Write(port);
        foreach (var listener in listeners)
            _ = AcceptAsync(listener, hangs);
        await Console.In.ReadToEndAsync();
        return 0;
    }

    private static Socket Listen(IPAddress address, int port)
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(address, port));
        listener.Listen(4096);
        return listener;
    }

    private static async Task AcceptAsync(Socket listener, bool hangs)
    {
        while (true)
        {
            var socket = await listener.AcceptAsync();
            if (hangs)
                Hold(socket);
            else
                _ = _tls is null ? AnswerAsync(socket) : AnswerEncryptedAsync(socket, _tls);
        }
    }

    private static void Hold(Socket socket)
    {
        _held.Add(socket);
        if (Interlocked.Increment(ref _connections) is var count && count % CountedBy == 0)
            Write(count);
    }

    private static async Task AnswerAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                var request = new byte[1024];
                var length = 0;
                while (!request.AsSpan(0, length).EndsWith("\r\n\r\n"u8) && await socket.ReceiveAsync(request.AsMemory(length)) is > 0 and var more)
                    length += more;
                await socket.SendAsync(_answer);
                socket.Shutdown(SocketShutdown.Send);
                await socket.ReceiveAsync(request);
            }
            catch (SocketException)
            {
                // The client is gone: nothing to answer.
            }
        }
    }

    private static async Task AnswerEncryptedAsync(Socket socket, SslServerAuthenticationOptions tls)
    {
        await using var stream = new SslStream(new NetworkStream(socket, ownsSocket: true));
        try
        {
            await stream.AuthenticateAsServerAsync(tls);
            var request = new byte[1024];
            var length = 0;
            while (!request.AsSpan(0, length).EndsWith("\r\n\r\n"u8) && await stream.ReadAsync(request.AsMemory(length)) is > 0 and var more)
                length += more;
            await stream.WriteAsync(_answer);
            _ = await stream.ReadAsync(request);
        }
        catch (Exception e) when (e is IOException or AuthenticationException)
        {
            // The client is gone: nothing to answer.
        }
    }

    private static void Write(int number) => Console.WriteLine(number.ToString(CultureInfo.InvariantCulture));
}
