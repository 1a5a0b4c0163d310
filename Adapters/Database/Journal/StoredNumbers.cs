using System.Globalization;
using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Adapters.Database.Journal;

/// <summary>Numbers as both databases store them.</summary>
internal static class StoredNumbers
{
    /// <summary>The failures of looks that saw nothing, for SQL.</summary>
    public static string NoNews { get; } = string.Join(", ", FailureKinds.NoNews.Select(kind => ((int)kind).ToString(CultureInfo.InvariantCulture)));

    /// <summary>The length of a look, from 0 to about 35 minutes.</summary>
    public static int Microseconds(TimeSpan latency) => (int)Math.Clamp(latency.Ticks / TimeSpan.TicksPerMicrosecond, 0, int.MaxValue);

    public static short? Status(int? status) => status is { } code ? (short)Math.Clamp(code, short.MinValue, short.MaxValue) : null;

    /// <summary>Microseconds since 1970: as fine as PostgreSQL stores a moment.</summary>
    public static long UnixMicroseconds(DateTimeOffset moment) => (moment.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset FromUnixMicroseconds(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
}
