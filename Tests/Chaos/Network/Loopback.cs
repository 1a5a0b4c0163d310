using System.Net;

namespace UptimeSquirrel.Chaos.Network;

/// <summary>Everything on the loopback interface of this machine: no rights needed, no cable to pull.</summary>
internal sealed class Loopback(string whyNoCut) : Network
{
    public override IPAddress Hub => IPAddress.Loopback;
    public override string Websites => "127.0.0.0/8";
    public override string? WhyNoCut => whyNoCut;
    protected override uint FirstWebsite => 0x7F40_0001; // 127.64.0.1

    public override IPAddress Silo(int number) => new([127, 0, 1, (byte)number]);

    // The system gives every connection the same sender.
    public override int SiloAt(IPAddress address) => 0;

    public override IReadOnlyList<string> PrefixFor(int silo) => [];

    public override Task CutAsync(int silo) => throw new NotSupportedException(whyNoCut);

    public override Task HealAsync(int silo) => throw new NotSupportedException(whyNoCut);
}
