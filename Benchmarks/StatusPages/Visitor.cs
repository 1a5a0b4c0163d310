using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace UptimeSquirrel.Benchmarks.StatusPages;

/// <summary>Asks for one address again and again over one connection, and does as little as it can beside that: what is measured is the other side.</summary>
internal sealed class Visitor(IPEndPoint server, string path, TimeProvider clock) : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _request = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {server}\r\nAccept-Encoding: gzip, deflate, br\r\n\r\n");
    private readonly byte[] _buffer = new byte[1024 * 1024];

    /// <summary>How long each answer took.</summary>
    public List<TimeSpan> Answers { get; } = [];

    /// <summary>How many bytes came in.</summary>
    public long Bytes { get; private set; }

    /// <exception cref="InvalidDataException">An answer was not 200.</exception>
    public async Task AskForAsync(TimeSpan length, CancellationToken cancellationToken)
    {
        if (!_socket.Connected)
            await _socket.ConnectAsync(server, cancellationToken);
        var began = clock.GetTimestamp();
        while (clock.GetElapsedTime(began) < length)
        {
            var asked = clock.GetTimestamp();
            await AskAsync(cancellationToken);
            Answers.Add(clock.GetElapsedTime(asked));
        }
    }

    public async Task AskAsync(CancellationToken cancellationToken)
    {
        if (!_socket.Connected)
            await _socket.ConnectAsync(server, cancellationToken);
        await _socket.SendAsync(_request, cancellationToken);
        var (read, head) = (0, -1);
        while (head < 0)
        {
            read += await ReceiveAsync(read, cancellationToken);
            head = _buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8);
        }

        var whole = head + 4 + LengthOf(Encoding.ASCII.GetString(_buffer, 0, head));
        while (read < whole)
            read += await ReceiveAsync(read, cancellationToken);
        Bytes += read;
    }

    public void Dispose() => _socket.Dispose();

    private async Task<int> ReceiveAsync(int read, CancellationToken cancellationToken) =>
        await _socket.ReceiveAsync(_buffer.AsMemory(read), cancellationToken) is > 0 and var count ? count : throw new InvalidDataException("The silo closed the connection.");

    private static int LengthOf(string head)
    {
        const string Name = "Content-Length: ";
        if (!head.StartsWith("HTTP/1.1 200 ", StringComparison.Ordinal))
            throw new InvalidDataException($"Expected 200, but the silo answered: {head.Split('\r')[0]}");
        var from = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase) + Name.Length;
        var to = head.IndexOf('\r', from);
        return int.Parse(to < 0 ? head.AsSpan(from) : head.AsSpan(from, to - from), CultureInfo.InvariantCulture);
    }
}
