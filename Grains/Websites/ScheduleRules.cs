using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Grains.Websites;

/// <summary>When a website is checked.</summary>
internal static class ScheduleRules
{
    /// <summary>How long after registration the first check is due: the id decides, so that the load of all websites is level for ever.</summary>
    public static TimeSpan FirstCheckIn(WebsiteId id, TimeSpan interval)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.Value.TryWriteBytes(bytes, bigEndian: true, out _);

        // The id is a hash already; its last eight bytes are as good as any other number.
        var number = System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]) & 0x3FFF_FFFF_FFFF_FFFF;
        return TimeSpan.FromTicks((long)(number % (ulong)interval.Ticks));
    }
}
