using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace UptimeSquirrel.Grains.Owners;

/// <summary>
/// Recognises an alert that is handed over twice. All of this is written with every save of the outbox, so of each id only 64 bits of its
/// hash are kept: among 20,000 alerts, one in a hundred thousand million million would be taken for another.
/// </summary>
internal static class KnownAlerts
{
    /// <summary>How many are remembered at most; the oldest hour goes first.</summary>
    public const int Most = 20_000;

    /// <summary>How long one is remembered: as long as it may wait to be told.</summary>
    public static readonly TimeSpan RememberedFor = RetrySchedule.GiveUpAfter;

    /// <summary>Whether this alert was accepted before.</summary>
    public static bool Contains(List<KnownHour> hours, string alertId)
    {
        var mark = MarkOf(alertId);
        return hours.Exists(hour => CollectionsMarshal.AsSpan(hour.Marks).Contains(mark));
    }

    /// <summary>Remembers an alert, and forgets those that are too old.</summary>
    public static void Add(List<KnownHour> hours, string alertId, DateTimeOffset now)
    {
        hours.RemoveAll(hour => now - hour.Hour > RememberedFor + TimeSpan.FromHours(1));
        var beginning = new DateTimeOffset(now.UtcDateTime.Date.AddHours(now.UtcDateTime.Hour), TimeSpan.Zero);
        if (hours.Count == 0 || hours[^1].Hour != beginning)
            hours.Add(new KnownHour(beginning, []));
        hours[^1].Marks.Add(MarkOf(alertId));
        while (hours.Sum(hour => hour.Marks.Count) > Most && hours[0].Marks.Count > 0)
            Shorten(hours);
    }

    /// <summary>Forgets an alert.</summary>
    public static void Remove(List<KnownHour> hours, string alertId)
    {
        var mark = MarkOf(alertId);
        hours.ForEach(hour => hour.Marks.Remove(mark));
    }

    /// <summary>Takes over what earlier versions kept.</summary>
    public static void Add(List<KnownHour> hours, IEnumerable<KnownAlert> known)
    {
        foreach (var alert in known)
            Add(hours, alert.Id, alert.AcceptedAt);
    }

    private static void Shorten(List<KnownHour> hours)
    {
        if (hours.Count > 1)
            hours.RemoveAt(0);
        else
            hours[0].Marks.RemoveRange(0, hours[0].Marks.Count - Most);
    }

    private static long MarkOf(string alertId) =>
        BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(alertId)));
}
