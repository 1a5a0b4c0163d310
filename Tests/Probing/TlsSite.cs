using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace UptimeSquirrel.Tests.Probing;

/// <summary>A website that notes of each connection whether it had to show its certificate, and that may show another one to those who come with a session.</summary>
internal sealed class TlsSite : IAsyncDisposable
{
    /// <summary>It had to show its certificate.</summary>
    public const string Full = "full";

    /// <summary>The visitor came with a session that it went on with.</summary>
    public const string Resumed = "resumed";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly SslProtocols _protocol;
    private readonly ConcurrentQueue<string> _handshakes = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly Task _serving;

    public TlsSite(X509Certificate2 certificate, SslProtocols protocol = SslProtocols.Tls13)
    {
        _protocol = protocol;
        Certificate = CertificateOfSessions = certificate;
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What it shows to those who come without a session.</summary>
    public X509Certificate2 Certificate { get; set; }

    /// <summary>Whose sessions it goes on with: those made with this certificate.</summary>
    public X509Certificate2 CertificateOfSessions { get; set; }

    public int Status { get; set; } = 200;

    /// <summary>Whether it hangs up on those whose session it resumed, once they have asked.</summary>
    public bool BreaksResumed { get; set; }

    /// <summary>What kind of handshake each connection began with.</summary>
    public IReadOnlyList<string> Handshakes => [.. _handshakes];

    public IReadOnlyList<string> Requests => [.. _requests];

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        _listener.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var socket = await _listener.AcceptSocketAsync();
                await AnswerAsync(new NetworkStream(socket));
            }
        }
        catch (Exception e) when (e is SocketException or InvalidOperationException)
        {
            // It has stopped listening.
        }
    }

    private async Task AnswerAsync(NetworkStream network)
    {
        var hello = await ClientHello.ReadAsync(network);
        var certificate = hello.HasSession ? CertificateOfSessions : Certificate;
        var kind = "";
        await using var encrypted = new SslStream(new FirstFlight(network, hello, length =>
        {
            // What is shorter than the certificate cannot contain it.
            kind = length < certificate.RawData.Length ? Resumed : Full;
            _handshakes.Enqueue(kind);
        }));
        try
        {
            await encrypted.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
            {
                ServerCertificateContext = SslStreamCertificateContext.Create(certificate, null, offline: true),
                EnabledSslProtocols = _protocol,
                ApplicationProtocols = [SslApplicationProtocol.Http11],
            });
            await ConverseAsync(encrypted, kind);
        }
        catch (Exception e) when (e is IOException or AuthenticationException)
        {
            // The visitor did not like what it saw.
        }
    }

    private async Task ConverseAsync(SslStream encrypted, string kind)
    {
        var bytes = new byte[4096];
        var count = await encrypted.ReadAsync(bytes);
        if (count == 0)
            return;
        _requests.Enqueue(Encoding.ASCII.GetString(bytes, 0, count).Split(' ')[0]);
        if (BreaksResumed && kind == Resumed)
            return;
        await encrypted.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {Status} Said So\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
    }

    /// <summary>Notes how much the server says at first, before it is said.</summary>
    private sealed class FirstFlight(NetworkStream network, ClientHello hello, Action<int> note) : Stream
    {
        private int _read;
        private bool _isNoted;

        public override long Length => throw new NotSupportedException();

        public override bool CanRead => true;

        public override bool CanWrite => true;

        public override bool CanSeek => false;

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_read == hello.Bytes.Length)
                return await network.ReadAsync(buffer, cancellationToken);
            var count = Math.Min(buffer.Length, hello.Bytes.Length - _read);
            hello.Bytes.AsMemory(_read, count).CopyTo(buffer);
            _read += count;
            return count;
        }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (!_isNoted)
                note(buffer.Length);
            _isNoted = true;
            await network.WriteAsync(buffer, cancellationToken);
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Flush() => network.Flush();
    }
}
