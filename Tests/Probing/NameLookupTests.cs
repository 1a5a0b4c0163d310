using System.Net;
using DnsClient;
using Microsoft.Extensions.Time.Testing;
using UptimeSquirrel.Tests.Support;

namespace UptimeSquirrel.Tests.Probing;

public sealed class NameLookupTests : IAsyncDisposable
{
    private readonly ScriptedNameServer _server = new();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Without_IPv6_only_the_IPv4_addresses_are_asked_for()
    {
        _server["shop.example", QueryType.A] = DnsReply.Addresses("192.0.2.1", "192.0.2.2");

        (await NameLookups.Asking(_server).SayAsync("shop.example")).ShouldBe("192.0.2.1 192.0.2.2");
        _server.Questions.ShouldBe(["shop.example A"]);
    }

    [Fact]
    public async Task Without_IPv6_a_name_that_has_only_IPv6_addresses_is_still_found()
    {
        _server["six.example", QueryType.A] = DnsReply.NothingOfThatType;
        _server["six.example", QueryType.AAAA] = DnsReply.Addresses("2001:db8::1");

        (await NameLookups.Asking(_server).SayAsync("six.example")).ShouldBe("2001:db8::1");
    }

    [Fact]
    public async Task With_IPv6_its_addresses_come_first()
    {
        _server["shop.example", QueryType.A] = DnsReply.Addresses("192.0.2.1");
        _server["shop.example", QueryType.AAAA] = DnsReply.Addresses("2001:db8::1");

        (await NameLookups.Asking(_server, hasIPv6: true).SayAsync("shop.example")).ShouldBe("2001:db8::1 192.0.2.1");
    }

    [Theory]
    [InlineData(DnsHeaderResponseCode.ServerFailure)]
    [InlineData(DnsHeaderResponseCode.NotExistentDomain)]
    public async Task An_error_about_one_family_does_not_hide_the_addresses_of_the_other(DnsHeaderResponseCode code)
    {
        _server["four.example", QueryType.A] = DnsReply.Addresses("192.0.2.1");
        _server["four.example", QueryType.AAAA] = DnsReply.Error(code);
        _server["six.example", QueryType.A] = DnsReply.Error(code);
        _server["six.example", QueryType.AAAA] = DnsReply.Addresses("2001:db8::1");
        var lookup = NameLookups.Asking(_server, hasIPv6: true);

        (await lookup.SayAsync("four.example")).ShouldBe("192.0.2.1");
        (await lookup.SayAsync("six.example")).ShouldBe("2001:db8::1");
    }

    [Fact]
    public async Task Silence_about_IPv6_does_not_hold_up_the_IPv4_addresses()
    {
        _server["shop.example", QueryType.A] = DnsReply.Addresses("192.0.2.1");
        _server["shop.example", QueryType.AAAA] = DnsReply.Silence;

        (await NameLookups.Asking(_server, hasIPv6: true).SayAsync("shop.example")).ShouldBe("192.0.2.1");
    }

    [Fact]
    public async Task Aliases_are_followed()
    {
        _server["www.example", QueryType.A] = DnsReply.Chain("www.example", ["edge.cdn.example", "node7.cdn.example"], "192.0.2.7");

        (await NameLookups.Asking(_server).SayAsync("www.example")).ShouldBe("192.0.2.7");
    }

    [Fact]
    public async Task A_long_answer_is_fetched_over_TCP()
    {
        _server["many.example", QueryType.A] = DnsReply.Truncated;
        _server.OverTcp = DnsReply.Addresses("192.0.2.1", "192.0.2.2");

        (await NameLookups.Asking(_server).SayAsync("many.example")).ShouldBe("192.0.2.1 192.0.2.2");
        _server.Questions.ShouldBe(["many.example A", "many.example A over TCP"]);
    }

    [Theory]
    [InlineData("xn--0.example", "node7.cdn.example")]
    [InlineData("shop.example", "ab--xn--zz.cdn.example")]
    public async Task A_name_that_the_library_refuses_to_read_back_goes_to_the_system(string name, string alias)
    {
        _server[name, QueryType.A] = DnsReply.Chain(name, [alias], "192.0.2.1");

        (await NameLookups.Asking(_server, system: _ => Task.FromResult<IPAddress[]>([IPAddress.Parse("10.0.0.9")])).SayAsync(name)).ShouldBe("10.0.0.9");
    }

    [Fact]
    public async Task An_answer_is_kept_as_long_as_its_owner_allows()
    {
        var clock = new FakeTimeProvider();
        var lookup = NameLookups.Asking(_server, time: clock);
        _server["shop.example", QueryType.A] = DnsReply.Addresses(ttl: 30, "192.0.2.1");
        await lookup.SayAsync("shop.example");
        _server["shop.example", QueryType.A] = DnsReply.Addresses(ttl: 30, "192.0.2.2");

        clock.Advance(TimeSpan.FromSeconds(29));
        (await lookup.SayAsync("SHOP.example")).ShouldBe("192.0.2.1");

        clock.Advance(TimeSpan.FromSeconds(1));
        (await lookup.SayAsync("shop.example")).ShouldBe("192.0.2.2");
    }

    [Fact]
    public async Task A_failure_is_not_kept()
    {
        var lookup = NameLookups.Asking(_server);
        await lookup.SayAsync("new.example");
        _server["new.example", QueryType.A] = DnsReply.Addresses("192.0.2.1");

        (await lookup.SayAsync("new.example")).ShouldBe("192.0.2.1");
    }

    [Fact]
    public async Task Names_that_nobody_has_are_not_asked_about()
    {
        (await NameLookups.Asking(_server).SayAsync("shop.invalid")).ShouldBe("NameNotFound: NXDOMAIN");
        _server.Questions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("shop.localhost")]
    [InlineData("LocalHost.")]
    public async Task Localhost_is_this_machine(string name)
    {
        (await NameLookups.Asking(_server).SayAsync(name)).ShouldBe("127.0.0.1 ::1");
        _server.Questions.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_hosts_file_says_is_not_asked_about()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("hosts", "10.0.0.7 shop.example\n10.0.0.8 localhost\n");
        var lookup = NameLookups.Asking(_server, hostsFile: file);

        (await lookup.SayAsync("Shop.example.")).ShouldBe("10.0.0.7");
        (await lookup.SayAsync("localhost")).ShouldBe("10.0.0.8");
        _server.Questions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("intranet")]
    [InlineData("printer.local")]
    public async Task Names_of_the_local_network_go_to_the_system(string name)
    {
        var lookup = NameLookups.Asking(_server, system: asked => Task.FromResult<IPAddress[]>([IPAddress.Parse(asked == name ? "10.0.0.9" : "0.0.0.0")]));

        (await lookup.SayAsync(name)).ShouldBe("10.0.0.9");
        _server.Questions.ShouldBeEmpty();
    }

    [Fact]
    public async Task On_a_machine_that_names_no_name_servers_every_name_goes_to_the_system() =>
        (await NameLookups.Asking([], system: _ => Task.FromResult<IPAddress[]>([IPAddress.Parse("192.0.2.1")])).SayAsync("shop.example")).ShouldBe("192.0.2.1");
}
