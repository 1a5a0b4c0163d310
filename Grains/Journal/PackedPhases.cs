using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Grains.Journal;

/// <summary>Where the time of a look went, in one number: name, connection and encryption in 21 bits each, in hundredths of a millisecond up to 20 seconds.</summary>
/// <remarks>There is one for each of billions of checks, so it is small. What is left of the whole time is the answer's.</remarks>
public static class PackedPhases
{
    /// <summary>The largest number of one phase, and the mask that cuts it out.</summary>
    public const long Maximum = (1 << Bits) - 1;

    /// <summary>How many bits one phase takes.</summary>
    public const int Bits = 21;

    private const long TicksPerUnit = TimeSpan.TicksPerMillisecond / 100;

    /// <summary>0 when nothing is known.</summary>
    public static long Pack(PhaseTimes times) => (Units(times.NameLookup) << (2 * Bits)) | (Units(times.Connecting) << Bits) | Units(times.Handshake);

    /// <summary>The phases of a look that took so long; null when nothing is known.</summary>
    public static PhaseTimes? Unpack(long packed, TimeSpan took) =>
        packed == 0 ? null : Of((packed >> (2 * Bits)) & Maximum, (packed >> Bits) & Maximum, packed & Maximum, took);

    /// <summary>The phases of a look that took so long, from hundredths of a millisecond.</summary>
    public static PhaseTimes Of(double name, double connecting, double handshake, TimeSpan took)
    {
        var times = new PhaseTimes(Time(name), Time(connecting), Time(handshake), TimeSpan.Zero);
        var rest = took - times.NameLookup - times.Connecting - times.Handshake;
        return times with { Answering = rest > TimeSpan.Zero ? rest : TimeSpan.Zero };
    }

    private static long Units(TimeSpan time) => Math.Clamp(time.Ticks / TicksPerUnit, 0, Maximum);

    private static TimeSpan Time(double units) => TimeSpan.FromTicks((long)(units * TicksPerUnit));
}
