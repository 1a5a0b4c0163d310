using System.Net;
using UptimeSquirrel.Chaos.Parts;

namespace UptimeSquirrel.Chaos.Network;

/// <summary>A network namespace for each silo, a cable from each to a bridge in ours. All of it vanishes with <see cref="OwnNamespace"/>.</summary>
/// <remarks>The addresses are those set aside for measurements (RFC 2544), which nobody routes.</remarks>
internal sealed class Namespaces : Network
{
    private Namespaces()
    {
    }

    public override IPAddress Hub { get; } = IPAddress.Parse("198.18.0.1");
    public override string Websites => "198.19.0.0/16";
    public override string? WhyNoCut => null;
    protected override uint FirstWebsite => 0xC613_0001; // 198.19.0.1

    public static async Task<Namespaces> LayAsync(int silos)
    {
        var network = new Namespaces();

        // Names of namespaces are files: a file system of our own keeps ours out of the machine's.
        Directory.CreateDirectory("/run/netns");
        await Command.RunAsync("mount", "-t", "tmpfs", "tmpfs", "/run/netns");
        await IpAsync("link set lo up");
        await IpAsync("link add hub type bridge");
        await IpAsync($"address add {network.Hub}/16 dev hub");
        await IpAsync("link set hub up");
        await IpAsync($"route add local {network.Websites} dev lo");
        for (var silo = 1; silo <= silos; silo++)
            await network.LayCableAsync(silo);
        return network;
    }

    public override IPAddress Silo(int number) => new([198, 18, 1, (byte)number]);

    public override int SiloAt(IPAddress address) => address.GetAddressBytes() is [198, 18, 1, var number] ? number : 0;

    public override IReadOnlyList<string> PrefixFor(int silo) => ["ip", "netns", "exec", $"silo{silo}"];

    public override Task CutAsync(int silo) => IpAsync($"link set cable{silo} down");

    public override Task HealAsync(int silo) => IpAsync($"link set cable{silo} up");

    private async Task LayCableAsync(int silo)
    {
        await IpAsync($"netns add silo{silo}");
        await IpAsync($"link add cable{silo} type veth peer name eth0 netns silo{silo}");
        await IpAsync($"link set cable{silo} master hub up");
        await IpAsync($"-n silo{silo} link set lo up");
        await IpAsync($"-n silo{silo} address add {Silo(silo)}/16 dev eth0");
        await IpAsync($"-n silo{silo} link set eth0 up");
        await IpAsync($"-n silo{silo} route add {Websites} via {Hub}");
    }

    private static Task IpAsync(string arguments) => Command.RunAsync(["ip", .. arguments.Split(' ')]);
}
