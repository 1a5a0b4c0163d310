using System.Collections.Concurrent;
using System.Net;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Silo.Heartbeats;

/// <summary>Keeps those who guess tokens from keeping the database busy. A job whose calls were good lately is never held up by its neighbours.</summary>
internal sealed class PingLimit(TimeProvider time)
{
    private const int MostMissesInAMinute = 60;
    private const int MostRemembered = 100_000;
    private static readonly TimeSpan _aMinute = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<IPAddress, int> _misses = new();
    private readonly ConcurrentDictionary<WebsiteId, bool> _good = new();
    private readonly Lock _lock = new();
    private long _minuteBegan = time.GetTimestamp();

    /// <summary>Whether it may be looked up who has this token.</summary>
    public bool MayAsk(IPAddress? caller, WebsiteId website)
    {
        BeginMinute();
        return _good.ContainsKey(website) || _misses.GetValueOrDefault(caller ?? IPAddress.None) < MostMissesInAMinute;
    }

    /// <summary>Notes whether somebody had it.</summary>
    public void Note(IPAddress? caller, WebsiteId website, bool isGood)
    {
        if (isGood && (_good.Count < MostRemembered || _good.ContainsKey(website)))
            _good[website] = true;
        if (!isGood && (_misses.Count < MostRemembered || _misses.ContainsKey(caller ?? IPAddress.None)))
            _misses.AddOrUpdate(caller ?? IPAddress.None, 1, (_, misses) => misses + 1);
    }

    private void BeginMinute()
    {
        if (time.GetElapsedTime(_minuteBegan) < _aMinute)
            return;
        lock (_lock)
        {
            if (time.GetElapsedTime(_minuteBegan) < _aMinute)
                return;
            _minuteBegan = time.GetTimestamp();
            _misses.Clear();
            if (_good.Count >= MostRemembered)
                _good.Clear();
        }
    }
}
