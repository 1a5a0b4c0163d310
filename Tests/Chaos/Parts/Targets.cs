using System.Net;
using System.Net.Sockets;
using System.Text;
using UptimeSquirrel.Chaos.Figures;

namespace UptimeSquirrel.Chaos.Parts;

/// <summary>All websites: one listener, an address for each. Notes every visit, and is up or down as it is told.</summary>
internal sealed class Targets : IAsyncDisposable
{
    private static readonly byte[] _fine = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray();
    private static readonly byte[] _unavailable = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray();
    private static readonly byte[] _refused = "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray();
    private static readonly byte[] _broken = "HTTP/1.1 200 O"u8.ToArray();

    private readonly Network.Network _network;
    private readonly TimeProvider _clock;
    private readonly bool[] _isDown;
    private readonly string?[] _wanted;
    private readonly List<Visit> _visits = [];
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Task _accepting;

    public Targets(Network.Network network, int count, TimeProvider clock)
    {
        (_network, _clock, _isDown, _wanted) = (network, clock, new bool[count], new string?[count]);
        _listener.Bind(new IPEndPoint(IPAddress.Any, 0));
        _listener.Listen(4096);
        _accepting = Task.Run(AcceptAsync);
    }

    public int Count => _isDown.Length;

    /// <summary>Every visit so far, oldest first.</summary>
    public IReadOnlyList<Visit> Visits
    {
        get
        {
            lock (_lock)
                return [.. _visits.OrderBy(visit => visit.At)];
        }
    }

    /// <summary>An address that always answers, for silos that doubt themselves.</summary>
    public string Reference => Url(Count);

    public string Url(int website) => $"http://{_network.Website(website)}:{((IPEndPoint)_listener.LocalEndPoint!).Port}/";

    /// <summary>From now on this website is fine only for requests that hold these words; null = for all.</summary>
    public void Want(int website, string? words) => Volatile.Write(ref _wanted[website], words);

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

            var visit = new Visit(
                _network.WebsiteAt(((IPEndPoint)socket.LocalEndPoint!).Address), _clock.GetUtcNow(), _network.SiloAt(((IPEndPoint)socket.RemoteEndPoint!).Address));
            await socket.SendAsync(AnswerOf(visit.Website, buffer.AsSpan(0, length)), _closing.Token);
            if (visit.Website < Count)
                Note(visit);
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            // Whoever asked is gone; nobody has seen an answer.
        }
    }

    // Every other website is down by breaking off in the middle of its answer. Before it, a client would try again unasked.
    private byte[] AnswerOf(int website, ReadOnlySpan<byte> request)
    {
        if (website >= Count)
            return _fine;
        if (Volatile.Read(ref _wanted[website]) is { } words && request.IndexOf(Encoding.UTF8.GetBytes(words)) < 0)
            return _refused;
        return !Volatile.Read(ref _isDown[website]) ? _fine : website % 2 == 0 ? _unavailable : _broken;
    }

    private void Note(Visit visit)
    {
        lock (_lock)
            _visits.Add(visit);
    }
}
