using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using DnsClient;

namespace UptimeSquirrel.Tests.Probing;

/// <summary>A real name server on a port of its own. It answers what it was told to, and that any other name does not exist.</summary>
internal sealed class ScriptedNameServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<(string Name, QueryType Type), DnsReply> _script = new();
    private readonly ConcurrentQueue<string> _questions = new();
    private readonly SemaphoreSlim _asked = new(0);
    private readonly CancellationTokenSource _end = new();
    private readonly Socket _udp = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { ReceiveBufferSize = 1 << 22 };
    private readonly TcpListener _tcp;
    private readonly Task _work;

    public ScriptedNameServer()
    {
        _tcp = new TcpListener(IPAddress.Loopback, 0);
        _tcp.Start();
        _udp.Bind(_tcp.LocalEndpoint);
        _work = Task.WhenAll(ServeUdpAsync(), ServeTcpAsync());
    }

    public NameServer Address => new((IPEndPoint)_tcp.LocalEndpoint);

    /// <summary>What to say about every name that is not in the script.</summary>
    public DnsReply Otherwise { get; set; } = DnsReply.Error(DnsHeaderResponseCode.NotExistentDomain);

    public DnsReply? OverTcp { get; set; }

    public string[] Questions => [.. _questions];

    public DnsReply this[string name, QueryType type]
    {
        set => _script[(name, type)] = value;
    }

    public async Task WaitForQuestionsAsync(int count)
    {
        for (var i = 0; i < count; i++)
            (await _asked.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken)).ShouldBeTrue($"{i} of {count} questions came");
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _udp.Dispose();
        _tcp.Dispose();
        await _work;
        _end.Dispose();
        _asked.Dispose();
    }

    private async Task ServeUdpAsync()
    {
        var buffer = new byte[4096];
        try
        {
            while (true)
            {
                var packet = await _udp.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0), _end.Token);
                if (Answer(buffer.AsSpan(0, packet.ReceivedBytes), overTcp: false) is { } answer)
                    await _udp.SendToAsync(answer, packet.RemoteEndPoint, _end.Token);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task ServeTcpAsync()
    {
        var buffer = new byte[4096];
        try
        {
            while (true)
            {
                using var client = await _tcp.AcceptTcpClientAsync(_end.Token);
                var stream = client.GetStream();
                await stream.ReadExactlyAsync(buffer.AsMemory(0, 2), _end.Token);
                var length = BinaryPrimitives.ReadUInt16BigEndian(buffer);
                await stream.ReadExactlyAsync(buffer.AsMemory(0, length), _end.Token);
                if (Answer(buffer.AsSpan(0, length), overTcp: true) is { } answer)
                    await stream.WriteAsync((byte[])[(byte)(answer.Length >> 8), (byte)answer.Length, .. answer], _end.Token);
            }
        }
        catch (Exception) when (_end.IsCancellationRequested)
        {
        }
    }

    private byte[]? Answer(ReadOnlySpan<byte> query, bool overTcp)
    {
        var labels = new List<string>();
        var at = 12;
        for (; query[at] != 0; at += query[at] + 1)
            labels.Add(Encoding.ASCII.GetString(query.Slice(at + 1, query[at])));
        var name = string.Join('.', labels);
        var type = (QueryType)BinaryPrimitives.ReadUInt16BigEndian(query[(at + 1)..]);

        _questions.Enqueue($"{name} {type}{(overTcp ? " over TCP" : "")}");
        _asked.Release();
        var reply = overTcp && OverTcp is not null ? OverTcp : _script.GetValueOrDefault((name, type), Otherwise);
        return reply.Records is null ? null : reply.ToBytes(query, at + 5 - 12);
    }
}
