using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace UptimeSquirrel.Tests.Support.Web;

/// <summary>A server on this machine that does to every connection exactly what a script says, sane or not.</summary>
public sealed class TestWebServer : IAsyncDisposable
{
    private readonly Socket _listener;
    private readonly Func<Conversation, Task> _script;
    private readonly SslServerAuthenticationOptions? _tls;
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentDictionary<Task, bool> _open = new();
    private readonly Task _accepting;
    private int _connections;
    private bool _gone;

    private TestWebServer(IPAddress address, Func<Conversation, Task> script, X509Certificate2? certificate, bool isHttp2, bool isWeak, int port)
    {
        _script = script;
        _tls = certificate is null ? null : new SslServerAuthenticationOptions
        {
            ServerCertificateContext = SslStreamCertificateContext.Create(certificate, null, offline: true),
#pragma warning disable SYSLIB0040 // Only this makes the platform show a certificate that it finds too weak itself.
            EncryptionPolicy = isWeak ? EncryptionPolicy.AllowNoEncryption : EncryptionPolicy.RequireEncryption,
#pragma warning restore SYSLIB0040
            ApplicationProtocols = isHttp2 ? [SslApplicationProtocol.Http2, SslApplicationProtocol.Http11] : [SslApplicationProtocol.Http11],
        };
        _listener = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        _listener.Bind(new IPEndPoint(address, port));
        _listener.Listen(512);
        EndPoint = (IPEndPoint)_listener.LocalEndPoint!;
        _accepting = AcceptAsync();
    }

    /// <summary>Starts a server on a free port.</summary>
    /// <param name="script">What to do with each connection. When it ends, the connection is closed.</param>
    /// <param name="certificate">Speak TLS with this certificate; null = do not.</param>
    /// <param name="address">Where to listen; null = 127.0.0.1.</param>
    /// <param name="isHttp2">Agree on HTTP/2 with those who offer it. What is then said is for the script.</param>
    /// <param name="isWeak">Show the certificate although it is weak.</param>
    /// <param name="port">The port; 0 = a free one.</param>
    public static TestWebServer Start(
        Func<Conversation, Task> script, X509Certificate2? certificate = null, IPAddress? address = null, bool isHttp2 = false, bool isWeak = false, int port = 0) =>
        new(address ?? IPAddress.Loopback, script, certificate, isHttp2, isWeak, port);

    /// <summary>Where it listens, or listened.</summary>
    public IPEndPoint EndPoint { get; }

    /// <summary>The address of its front page, by number.</summary>
    public string Url => $"{(_tls is null ? "http" : "https")}://{EndPoint}/";

    /// <summary>Every request read so far: request line and headers.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    /// <summary>How many connections were ever made.</summary>
    public int Connections => _connections;

    /// <summary>Waits until the scripts of all connections have ended, which those that hang only do when the client hangs up.</summary>
    public Task AllClosedAsync() => Task.WhenAll(_open.Keys);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _gone, true))
            return;
        await _closing.CancelAsync();
        _listener.Dispose();
        await _accepting;
        await AllClosedAsync();
        _closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptAsync(_closing.Token);
                Interlocked.Increment(ref _connections);
                var talk = TalkAsync(socket);
                _open[talk] = true;
                _ = talk.ContinueWith(done => _open.TryRemove(done, out _), TaskScheduler.Default);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task TalkAsync(Socket socket)
    {
        await Task.Yield();
        await using var conversation = new Conversation(socket, _requests.Enqueue, _closing.Token);
        try
        {
            if (_tls is not null)
                await conversation.EncryptAsync(_tls);
            await _script(conversation);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or AuthenticationException or SocketException)
        {
            // The client left: that is what most of these scripts wait for.
        }
    }
}
