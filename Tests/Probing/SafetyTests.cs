using System.Net;
using DnsClient;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Probing;

/// <summary>What a stranger who registers an address cannot make us do.</summary>
public sealed class SafetyTests
{
    private static readonly ProbeOptions OnlyThisMachine = new() { AllowedPrivateNetworks = [IPNetwork.Parse("127.0.0.1/32")] };

    [Theory]
    [InlineData("http://10.1.2.3/")]
    [InlineData("http://192.168.1.1/")]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://100.100.100.200/")]
    [InlineData("http://224.0.0.1/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://[fd00:ec2::254]/")]
    [InlineData("http://[ff02::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[::ffff:a9fe:a9fe]/")]
    [InlineData("http://[64:ff9b::7f00:1]/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://localhost/")]
    [InlineData("http://shop.localhost/")]
    public async Task No_address_inside_a_network_is_connected_to(string url)
    {
        using var probe = new HttpProbe(new ProbeOptions(), TimeProvider.System);

        var result = await probe.LookAtAsync(url);

        (result.Failure, result.ConnectedTo).ShouldBe((FailureKind.AddressNotAllowed, null));
    }

    [Fact]
    public async Task A_name_server_that_changes_its_mind_between_two_hops_gains_nothing()
    {
        await using var names = new ScriptedNameServer();
        names["rebind.example", QueryType.A] = DnsReply.Addresses(ttl: 0, "127.0.0.1");
        await using var site = await LocalWebsite.StartAsync();
        await using var inside = await LocalWebsite.StartAsync(address: IPAddress.Parse("127.0.0.9"));
        site.Answer = conversation =>
        {
            names["rebind.example", QueryType.A] = DnsReply.Addresses(ttl: 0, "127.0.0.9");
            return Answers.Redirect($"http://rebind.example:{inside.Port}/")(conversation);
        };
        using var probe = new HttpProbe(OnlyThisMachine, TimeProvider.System, new Surroundings { LookUpAsync = NameLookups.Asking(names).LookUpAsync });

        var result = await probe.LookAtAsync($"http://rebind.example:{site.Port}/");

        (result.Failure, result.Detail).ShouldBe((FailureKind.AddressNotAllowed, "127.0.0.9"));
        inside.Connections.ShouldBe(0);
    }

    [Fact]
    public async Task Of_several_addresses_only_the_allowed_ones_are_tried()
    {
        await using var inside = await LocalWebsite.StartAsync(address: IPAddress.Parse("127.0.0.9"));
        using var probe = Probes.To(OnlyThisMachine, ("shop.example", "127.0.0.9"), ("shop.example", "127.0.0.1"));

        var result = await probe.LookAtAsync($"http://shop.example:{inside.Port}/");

        (result.Failure, result.FailedAddresses.Single().Address).ShouldBe((FailureKind.ConnectionRefused, $"127.0.0.1:{inside.Port}"));
        inside.Connections.ShouldBe(0);
    }

    [Theory]
    [InlineData(22)]
    [InlineData(25)]
    [InlineData(1)]
    [InlineData(1023)]
    public async Task Ports_of_other_services_are_refused(int port)
    {
        using var probe = Probes.To(OnlyThisMachine);

        var result = await probe.LookAtAsync($"http://127.0.0.1:{port}/");

        (result.Failure, result.Detail, result.ConnectedTo).ShouldBe((FailureKind.PortNotAllowed, $"port {port}", null));
        VerdictRules.Judge(result, AcceptedStatuses.Default).Problem!.Sentence.ShouldBe(
            $"Port {port} of 127.0.0.1 is for another service than a website, and this installation does not check it. To allow it, list it under Checks:AllowedPorts.");
    }

    [Theory]
    [InlineData(80)]
    [InlineData(443)]
    [InlineData(1024)]
    [InlineData(65535)]
    public void Ports_that_websites_use_are_fine(int port) => AddressRules.MayConnect(port, new ProbeOptions()).ShouldBeTrue();

    [Fact]
    public async Task A_port_can_be_allowed()
    {
        using var probe = Probes.To(OnlyThisMachine with { AllowedPorts = [1] });

        (await probe.LookAtAsync("http://127.0.0.1:1/")).Failure.ShouldBe(FailureKind.ConnectionRefused);
    }

    [Fact]
    public async Task A_redirect_to_the_port_of_another_service_is_not_followed()
    {
        await using var site = await LocalWebsite.StartAsync();
        site.Answer = Answers.Redirect("http://127.0.0.1:25/");
        using var probe = Probes.To(OnlyThisMachine);

        (await probe.LookAtAsync(site.Url.Text)).Failure.ShouldBe(FailureKind.PortNotAllowed);
    }
}
