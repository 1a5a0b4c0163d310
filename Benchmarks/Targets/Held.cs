using System.Net.Sockets;

namespace UptimeSquirrel.Benchmarks.Targets;

/// <summary>Connections that are dealt with some time after they came, each as long after: one thread, and no timer for each of them.</summary>
internal sealed class Held
{
    private readonly Queue<(Socket Socket, byte[]? Answer, long Since)> _waiting = new();
    private readonly TimeSpan _delay;

    /// <param name="delay">How long each is held.</param>
    public Held(TimeSpan delay)
    {
        _delay = delay;
        new Thread(Serve) { IsBackground = true }.Start();
    }

    public void Add(Socket socket, byte[]? answer)
    {
        lock (_waiting)
        {
            _waiting.Enqueue((socket, answer, TimeProvider.System.GetTimestamp()));
            Monitor.Pulse(_waiting);
        }
    }

    private void Serve()
    {
        using var never = new ManualResetEventSlim();
        while (true)
        {
            var (socket, answer, since) = Next();
            var left = _delay - TimeProvider.System.GetElapsedTime(since);
            if (left >= TimeSpan.FromMilliseconds(1))
                never.Wait(left);
            TargetServer.Answer(socket, answer);
        }
    }

    private (Socket Socket, byte[]? Answer, long Since) Next()
    {
        lock (_waiting)
        {
            while (_waiting.Count == 0)
                Monitor.Wait(_waiting);
            return _waiting.Dequeue();
        }
    }
}
