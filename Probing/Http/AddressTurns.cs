using System.Globalization;
using System.Net;
using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>Sees to it that only a few looks at a time go to one IP address. Those that wait are served in the order they came.</summary>
internal sealed class AddressTurns(int atOnce, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<IPAddress, Line> _lines = [];

    public int AtOnce => atOnce;

    /// <summary>Takes a turn if there is one at once.</summary>
    public bool TryTake(IPAddress address)
    {
        lock (_lock)
            return TryTake(LineAt(address));
    }

    /// <summary>Waits for a turn.</summary>
    /// <returns>False when patience ran out first.</returns>
    /// <exception cref="OperationCanceledException">Whoever waits does not want a turn any more.</exception>
    public async Task<bool> TakeAsync(IPAddress address, TimeSpan patience, CancellationToken token)
    {
        TaskCompletionSource turn;
        lock (_lock)
        {
            var line = LineAt(address);
            if (TryTake(line))
                return true;
            turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            (line.Waiting ??= []).Enqueue(turn);
        }

        try
        {
            await turn.Task.WaitAsync(patience > TimeSpan.Zero ? patience : TimeSpan.Zero, time, token);
            return true;
        }
        catch (TimeoutException)
        {
            // It may have come this very moment.
            return !turn.TrySetCanceled(CancellationToken.None);
        }
        catch (OperationCanceledException)
        {
            if (!turn.TrySetCanceled(CancellationToken.None))
                GiveBack(address);
            throw;
        }
    }

    /// <summary>Waits for a turn while the clock of the look stands still: waiting is our own slowness.</summary>
    /// <exception cref="ConnectionFailedException">Patience ran out first; the look has noted it.</exception>
    public async Task WaitForAsync(IPAddress address, TimeSpan patience, Look look)
    {
        if (TryTake(address))
            return;
        look.StopClock();
        var hasTurn = await TakeAsync(address, patience - look.Waited, look.Token);
        look.StartClock();
        if (!hasTurn)
            throw look.Failed(FailureKind.CheckSkipped, string.Create(CultureInfo.InvariantCulture, $"{AtOnce} other checks of the server at {address} were still under way"));
    }

    /// <summary>Ends a turn: the next in line has it now.</summary>
    public void GiveBack(IPAddress address)
    {
        lock (_lock)
        {
            var line = _lines[address];
            while (line.Waiting is not null && line.Waiting.TryDequeue(out var next))
                if (next.TrySetResult())
                    return;
            if (--line.Taken == 0)
                _lines.Remove(address);
        }
    }

    private Line LineAt(IPAddress address)
    {
        if (!_lines.TryGetValue(address, out var line))
            _lines[address] = line = new Line();
        return line;
    }

    private bool TryTake(Line line)
    {
        if (line.Taken >= atOnce)
            return false;
        line.Taken++;
        return true;
    }

    private sealed class Line
    {
        public int Taken { get; set; }

        public Queue<TaskCompletionSource>? Waiting { get; set; }
    }
}
