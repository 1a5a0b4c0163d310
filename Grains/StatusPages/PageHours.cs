using System.Collections;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.StatusPages;

/// <summary>The hours in which websites of status pages were checked, kept by this silo: three months of them are too many to read every ten seconds.</summary>
internal sealed class PageHours(IStatusPageStore store, TimeProvider clock)
{
    private const int MostWebsites = 5000;

    // A spilled journal is written hours later, and then there are hours that were not there before.
    private static readonly TimeSpan _readAnewAfter = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan _mayStillCome = TimeSpan.FromHours(3);
    private static readonly TimeSpan _hour = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<WebsiteId, Known> _known = [];

    /// <summary>The hours since <paramref name="since"/> for each of these websites, oldest first.</summary>
    public async Task<IReadOnlyDictionary<WebsiteId, IReadOnlyList<DateTimeOffset>>> ReadAsync(
        IReadOnlyList<WebsiteId> websites, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        WebsiteId[] strange;
        lock (_lock)
        {
            strange = [.. websites.Where(website => !_known.TryGetValue(website, out var known) || known.Since > since || clock.GetElapsedTime(known.ReadAt) > _readAnewAfter)];
        }

        var unknown = strange.ToHashSet();
        WebsiteId[] familiar = [.. websites.Where(website => !unknown.Contains(website))];
        var whole = await ReadAsync(strange, since, cancellationToken);
        var lately = await ReadAsync(familiar, now - _mayStillCome, cancellationToken);
        lock (_lock)
        {
            if (_known.Count + strange.Length > MostWebsites)
                _known.Clear();
            foreach (var website in strange)
                _known[website] = new Known(since, began, [.. whole[website]]);
            return websites.ToDictionary(website => website, website => Join(website, whole, lately));
        }
    }

    private IReadOnlyList<DateTimeOffset> Join(WebsiteId website, ILookup<WebsiteId, int> whole, ILookup<WebsiteId, int> lately)
    {
        if (!_known.TryGetValue(website, out var known))
            return new Hours([.. whole[website]]);
        if (lately.Contains(website))
        {
            // What is from there on was read again: an hour may have come between others.
            var from = lately[website].First();
            var hours = known.Hours.TakeWhile(hour => hour < from).Concat(lately[website]).ToArray();
            _known[website] = known = known with { Hours = hours };
        }

        return new Hours(known.Hours);
    }

    private async Task<ILookup<WebsiteId, int>> ReadAsync(WebsiteId[] websites, DateTimeOffset since, CancellationToken cancellationToken) =>
        (websites.Length == 0 ? [] : await store.GetCheckedHoursAsync(websites, since, cancellationToken))
        .ToLookup(checkedHour => checkedHour.Website, checkedHour => (int)(checkedHour.Hour.UtcTicks / _hour.Ticks));

    private sealed record Known(DateTimeOffset Since, long ReadAt, int[] Hours);

    /// <summary>Hours as numbers: a quarter of the memory.</summary>
    private sealed class Hours(int[] numbers) : IReadOnlyList<DateTimeOffset>
    {
        public int Count => numbers.Length;

        public DateTimeOffset this[int index] => new(numbers[index] * _hour.Ticks, TimeSpan.Zero);

        public IEnumerator<DateTimeOffset> GetEnumerator()
        {
            for (var i = 0; i < Count; i++)
                yield return this[i];
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
