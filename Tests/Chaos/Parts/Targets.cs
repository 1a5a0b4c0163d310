using System.Net;
using System.Net.Sockets;
using UptimeSquirrel.Chaos.Figures;

namespace UptimeSquirrel.Chaos.Parts;

/// <summary>All websites: one listener, an address for each. Notes every request, and is up or down as it is told.</summary>
internal sealed class Targets : IAsyncDisposable
{
    private static readonly byte[] _fine = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray();
    private static readonly byte[] _unavailable = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray();

    private readonly Network.Network _network;
    private readonly TimeProvider _clock;
    private readonly bool[] _isDown;
    private readonly List<Request> _requests = [];
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Task _accepting;

    public Targets(Network.Network network, int count, TimeProvider clock)
    {
        (_network, _clock, _isDown) = (network, clock, new bool[count]);
        _listener.Bind(new IPEndPoint(IPAddress.Any, 0));
        _listener.Listen(4096);
        _accepting = Task.Run(AcceptAsync);
    }

    public int Count => _isDown.Length;

    /// <summary>Every request so far, oldest first.</summary>
    public IReadOnlyList<Request> Requests
    {
        get
        {
            lock (_lock)
                return [.. _requests.OrderBy(request => request.At)];
        }
    }

    public string Url(int website) => $"http://{_network.Website(website)}:{((IPEndPoint)_listener.LocalEndPoint!).Port}/";

    public void SetDown(int website, bool isDown) => Volatile.Write(ref _isDown[website], isDown);

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptAsync(_closing.Token));
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using var _ = socket;
        try
        {
            var buffer = new byte[2048];
            var length = 0;
            while (!buffer.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
            {
                var count = await socket.ReceiveAsync(buffer.AsMemory(length), _closing.Token);
                if (count == 0)
                    return;
                length += count;
            }

            var request = new Request(
                _network.WebsiteAt(((IPEndPoint)socket.LocalEndPoint!).Address), _clock.GetUtcNow(), _network.SiloAt(((IPEndPoint)socket.RemoteEndPoint!).Address));
            if (await AnswerAsync(socket, request.Website))
                Note(request);
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            // Whoever asked is gone; nobody has seen an answer.
        }
    }

    // Every other website is down by hanging up on the visitor, which is an answer of a kind too.
    private async Task<bool> AnswerAsync(Socket socket, int website)
    {
        if (website < 0 || website >= Count)
            return false;
        var isDown = Volatile.Read(ref _isDown[website]);
        if (!isDown || website % 2 == 0)
            await socket.SendAsync(isDown ? _unavailable : _fine, _closing.Token);
        return true;
    }

    private void Note(Request request)
    {
        lock (_lock)
            _requests.Add(request);
    }
}
