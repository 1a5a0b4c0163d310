using System.Net;
using DnsClient;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Looks;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Probing;

public sealed class AddressRaceTests
{
    [Fact]
    public async Task The_next_address_begins_a_quarter_of_a_second_after_a_silent_one()
    {
        await using var site = await LocalWebsite.StartAsync(address: IPAddress.Parse("127.0.0.3"));
        using var deaf = new DeafServer(IPAddress.Parse("127.0.0.2"), site.Port);

        var result = await Probes.LookAsync($"http://shop.example:{site.Port}/", Probes.Patient, ("shop.example", "127.0.0.2"), ("shop.example", "127.0.0.3"));

        (result.StatusCode, result.ConnectedTo).ShouldBe((200, $"127.0.0.3:{site.Port}"));
        var silent = result.FailedAddresses.Single();
        (silent.Address, silent.Problem).ShouldBe(($"127.0.0.2:{site.Port}", "no answer before another address gave one"));
        silent.Took.ShouldBeGreaterThan(TimeSpan.FromMilliseconds(240));
    }

    [Fact]
    public async Task Many_silent_addresses_do_not_eat_the_time_of_the_last_one()
    {
        await using var site = await LocalWebsite.StartAsync(address: IPAddress.Parse("127.0.0.6"));
        string[] silent = ["127.0.0.2", "127.0.0.3", "127.0.0.4", "127.0.0.5"];
        var deaf = silent.Select(address => new DeafServer(IPAddress.Parse(address), site.Port)).ToList();

        var result = await Probes.LookAsync($"http://shop.example:{site.Port}/", Probes.Patient, [.. silent.Append("127.0.0.6").Select(address => ("shop.example", address))]);

        result.StatusCode.ShouldBe(200);
        result.FailedAddresses.Count.ShouldBe(4);
        deaf.ForEach(server => server.Dispose());
    }

    [Fact]
    public async Task When_time_runs_out_every_address_that_was_tried_is_told()
    {
        using var first = new DeafServer(IPAddress.Parse("127.0.0.2"));
        using var second = new DeafServer(IPAddress.Parse("127.0.0.3"), first.EndPoint.Port);

        var result = await Probes.LookAsync($"http://shop.example:{first.EndPoint.Port}/", TimeSpan.FromSeconds(1), ("shop.example", "127.0.0.2"), ("shop.example", "127.0.0.3"));

        result.Failure.ShouldBe(FailureKind.ConnectTimeout);
        result.FailedAddresses.Select(attempt => attempt.Address).Order().ShouldBe([$"127.0.0.2:{first.EndPoint.Port}", $"127.0.0.3:{first.EndPoint.Port}"]);
    }

    [Fact]
    public async Task The_family_can_be_chosen()
    {
        await using var site = await LocalWebsite.StartAsync();
        using var probe = Probes.To(Probes.Anywhere, ("shop.example", "2001:db8::1"), ("shop.example", "127.0.0.1"));

        var result = await LookAsync(probe, $"http://shop.example:{site.Port}/", IpFamily.IPv4);

        (result.StatusCode, result.FailedAddresses.Count).ShouldBe((200, 0));
    }

    [Fact]
    public async Task A_name_without_an_address_of_the_chosen_family_is_told()
    {
        using var probe = Probes.To(Probes.Anywhere, ("shop.example", "127.0.0.1"));

        var result = await LookAsync(probe, "http://shop.example/", IpFamily.IPv6);

        VerdictRules.Judge(result, AcceptedStatuses.Default).Problem.ShouldBe(
            new Problem(FailureKind.NameNotFound, "The name shop.example has no IPv6 address.", "the name has no IPv6 address"));
    }

    [Theory]
    [InlineData(IpFamily.IPv4, "192.0.2.1", "shop.example A")]
    [InlineData(IpFamily.IPv6, "2001:db8::1", "shop.example AAAA")]
    public async Task Name_servers_are_asked_about_the_chosen_family_only(IpFamily family, string address, string question)
    {
        await using var server = new ScriptedNameServer();
        server["shop.example", QueryType.A] = DnsReply.Addresses("192.0.2.1");
        server["shop.example", QueryType.AAAA] = DnsReply.Addresses("2001:db8::1");
        var lookup = NameLookups.Asking(server);

        (await lookup.SayAsync("shop.example", family)).ShouldBe(address);
        server.Questions.ShouldBe([question]);
        (await lookup.SayAsync("shop.example")).ShouldBe("192.0.2.1");
    }

    private static Task<CheckResult> LookAsync(HttpProbe probe, string url, IpFamily family) =>
        probe.LookAsync(new CheckRequest(UptimeSquirrel.Websites.WebsiteUrl.Parse(url), Probes.Patient, CheckMethod.Head) { Settings = new LookSettings { Family = family } }, TestContext.Current.CancellationToken);
}
