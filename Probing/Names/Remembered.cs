namespace UptimeSquirrel.Probing;

/// <summary>Something of this machine that changes rarely: read when it is first needed, and anew when that was so long ago. The reader gets
/// what was read before, which it may return again.</summary>
internal sealed class Remembered<T>(TimeProvider time, TimeSpan age, Func<T?, T> read) where T : class
{
    private readonly Lock _lock = new();
    private T? _value;
    private long _readAt;

    public T Current
    {
        get
        {
            lock (_lock)
            {
                if (_value is null || time.GetElapsedTime(_readAt) >= age)
                {
                    _value = read(_value);
                    _readAt = time.GetTimestamp();
                }

                return _value;
            }
        }
    }
}
