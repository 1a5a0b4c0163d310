using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace UptimeSquirrel.Probing;

/// <summary>Keeps addresses for as long as their owner allows, but for a minute at most, and not too many.</summary>
/// <remarks>
/// It is there for redirects, for the second look after a failure, and for many addresses of one server. A website is looked at every
/// few minutes: keeping its addresses until then would hold a million names in memory, and show visitors' trouble later than visitors see it.
/// Names are dropped a generation at a time; that needs no clean-up that walks through all of them.
/// </remarks>
internal sealed class NameCache(TimeProvider time, int namesInAGeneration = NameCache.NamesInAGeneration)
{
    private const int NamesInAGeneration = 10_000;
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(60);

    private readonly Lock _lock = new();
    private ConcurrentDictionary<string, Entry> _young = New();
    private ConcurrentDictionary<string, Entry> _old = New();
    private int _namesInYoung;
    private long _youngSince = time.GetTimestamp();

    public bool TryFind(string name, [NotNullWhen(true)] out IReadOnlyList<IPAddress>? addresses)
    {
        var isThere = (_young.TryGetValue(name, out var entry) || _old.TryGetValue(name, out entry)) && time.GetElapsedTime(entry.Since) < entry.For;
        addresses = isThere ? entry.Addresses : null;
        return isThere;
    }

    public void Keep(string name, IReadOnlyList<IPAddress> addresses, TimeSpan timeToLive)
    {
        if (timeToLive <= TimeSpan.Zero)
            return;
        if (Interlocked.Increment(ref _namesInYoung) > namesInAGeneration || time.GetElapsedTime(_youngSince) >= AtMost)
            BeginGeneration();
        _young[name] = new Entry(addresses, time.GetTimestamp(), timeToLive < AtMost ? timeToLive : AtMost);
    }

    private static ConcurrentDictionary<string, Entry> New() => new(StringComparer.OrdinalIgnoreCase);

    private void BeginGeneration()
    {
        lock (_lock)
        {
            if (_namesInYoung <= namesInAGeneration && time.GetElapsedTime(_youngSince) < AtMost)
                return;
            _old = _young;
            _young = New();
            _namesInYoung = 1;
            _youngSince = time.GetTimestamp();
        }
    }

    private readonly record struct Entry(IReadOnlyList<IPAddress> Addresses, long Since, TimeSpan For);
}
