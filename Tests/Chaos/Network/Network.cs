using System.Net;

namespace UptimeSquirrel.Chaos.Network;

/// <summary>Where everything in a run has its address, and whether a silo can be cut off from the rest.</summary>
internal abstract class Network
{
    /// <summary>Where database, mail server and websites are.</summary>
    public abstract IPAddress Hub { get; }

    /// <summary>What silos must be allowed to look at.</summary>
    public abstract string Websites { get; }

    /// <summary>Why no silo can be cut off here; null where one can.</summary>
    public abstract string? WhyNoCut { get; }

    /// <summary>The address of the first website; the others follow.</summary>
    protected abstract uint FirstWebsite { get; }

    public abstract IPAddress Silo(int number);

    /// <summary>Which silo speaks from this address; 0 = not known.</summary>
    public abstract int SiloAt(IPAddress address);

    /// <summary>What must stand before a command for it to run where this silo is.</summary>
    public abstract IReadOnlyList<string> PrefixFor(int silo);

    public abstract Task CutAsync(int silo);

    public abstract Task HealAsync(int silo);

    public IPAddress Website(int number) => FromNumber(FirstWebsite + (uint)number);

    public int WebsiteAt(IPAddress address) => (int)(ToNumber(address) - FirstWebsite);

    private static uint ToNumber(IPAddress address) => System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(address.GetAddressBytes());

    private static IPAddress FromNumber(uint number)
    {
        var bytes = new byte[4];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return new IPAddress(bytes);
    }
}
