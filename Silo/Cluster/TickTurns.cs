using System.Collections.Concurrent;
using UptimeSquirrel.Grains.Overdue;

namespace UptimeSquirrel.Silo.Cluster;

/// <summary>Lets only so many ticks of reminders be on their way to their grains; the others wait in the order they came.</summary>
/// <remarks>
/// Orleans sends all that are due, and a silo that starts with a hundred thousand of them would time out on each. Held here they are late, and nothing else:
/// a call's own time begins when it is let go. A tick that has arrived makes room for the next, however long its check takes, so that servers that hang hold up nobody.
/// </remarks>
/// <param name="atOnce">How many.</param>
/// <param name="backlog">Where those that wait are counted.</param>
internal sealed class TickTurns(int atOnce, TickBacklog backlog) : IDisposable
{
    private readonly SemaphoreSlim _turns = new(atOnce);
    private readonly ConcurrentDictionary<GrainId, bool> _onTheirWay = new();

    /// <summary>Delivers a tick when it is its turn.</summary>
    public async Task DeliverAsync<T>(GrainId grain, T tick, Func<T, Task> deliverAsync)
    {
        if (!_turns.Wait(0, CancellationToken.None))
            await WaitAsync();

        // Of two reminders of the same grain only one is noted; the other makes room when it has been served, as does one whose grain lives elsewhere.
        var isNoted = _onTheirWay.TryAdd(grain, true);
        try
        {
            await deliverAsync(tick);
        }
        finally
        {
            if (!isNoted || _onTheirWay.TryRemove(grain, out _))
                _turns.Release();
        }
    }

    /// <summary>A tick has arrived at its grain, in this silo.</summary>
    public void Arrived(GrainId grain)
    {
        if (_onTheirWay.TryRemove(grain, out _))
            _turns.Release();
    }

    public void Dispose() => _turns.Dispose();

    private async Task WaitAsync()
    {
        backlog.Add();
        try
        {
            await _turns.WaitAsync();
        }
        finally
        {
            backlog.Remove();
        }
    }
}
