namespace UptimeSquirrel.Silo.Cluster;

/// <summary>The clock by which reminders wait for their moment: what is due within the same hundredth of a second is woken together, and never early.</summary>
/// <remarks>
/// A reminder that is woken a little before its moment waits for the rest, and of a rest below one millisecond <c>Task.Delay</c> makes no wait at all: Orleans 10.4 then asks
/// for the time again and again until the moment has come. Timers do wake early, for they go by a clock that advances every few milliseconds only (decision 33).
/// </remarks>
internal sealed class ReminderClock(TimeProvider clock) : TimeProvider
{
    private const long SlotLength = 10;

    // What Task.Delay cuts off, and by how much the clock of timers may lag behind (one tick of a kernel of 250 Hz).
    private const long Early = 5;

    // Waits are lengths, which do not change when somebody sets the clock.
    private readonly long _start = clock.GetTimestamp();
    private readonly Lock _lock = new();
    private readonly Dictionary<long, Slot> _slots = [];

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime <= TimeSpan.Zero || period != Timeout.InfiniteTimeSpan)
            return clock.CreateTimer(callback, state, dueTime, period);
        var wait = new Wait(this, callback, state);
        wait.Change(dueTime, period);
        return wait;
    }

    private void Enter(Wait wait, TimeSpan dueTime)
    {
        var now = (long)clock.GetElapsedTime(_start).TotalMilliseconds;
        var number = (now + (long)Math.Ceiling(dueTime.TotalMilliseconds) + Early + SlotLength - 1) / SlotLength;
        lock (_lock)
        {
            wait.Slot = number;
            if (!_slots.TryGetValue(number, out var slot))
            {
                _slots[number] = slot = new Slot();
                slot.Timer = clock.CreateTimer(_ => Wake(number), null, TimeSpan.FromMilliseconds((number * SlotLength) - now), Timeout.InfiniteTimeSpan);
            }

            slot.Waiting.Add(wait);
        }
    }

    private void Wake(long number)
    {
        Slot? slot;
        lock (_lock)
            if (!_slots.Remove(number, out slot))
                return;
        slot.Timer?.Dispose();
        foreach (var wait in slot.Waiting)
            wait.Wake(number);
    }

    private sealed class Slot
    {
        public List<Wait> Waiting { get; } = [];

        public ITimer? Timer { get; set; }
    }

    /// <summary>One timer. Who is set anew or not needed any more stays in its slot, which passes over it.</summary>
    private sealed class Wait(ReminderClock clock, TimerCallback callback, object? state) : ITimer
    {
        private const long Nowhere = -1;
        private long _slot = Nowhere;

        public long Slot { set => Volatile.Write(ref _slot, value); }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Slot = Nowhere;
            if (dueTime != Timeout.InfiniteTimeSpan)
                clock.Enter(this, dueTime);
            return true;
        }

        public void Wake(long slot)
        {
            if (Interlocked.CompareExchange(ref _slot, Nowhere, slot) == slot)
                callback(state);
        }

        public void Dispose() => Slot = Nowhere;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
