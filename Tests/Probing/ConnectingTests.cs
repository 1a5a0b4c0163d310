using System.Net;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Tests.Support.Web;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Probing;

public sealed class ConnectingTests
{
    [Fact]
    public async Task A_name_that_does_not_exist_is_named()
    {
        var result = await Probes.LookAsync("http://shop.example/", Probes.Patient);

        (result.Failure, result.Detail, result.Host, result.ConnectedTo).ShouldBe((FailureKind.NameNotFound, "NXDOMAIN", "shop.example", null));
    }

    [Fact]
    public async Task What_the_name_servers_say_is_named()
    {
        var result = await LookUpAsync((_, _, _) => Task.FromResult(NameAnswer.Failed(FailureKind.NameLookupFailed, "SERVFAIL")), Probes.Patient);

        (result.Failure, result.Detail).ShouldBe((FailureKind.NameLookupFailed, "SERVFAIL"));
    }

    [Fact]
    public async Task A_name_without_an_address_is_named()
    {
        var result = await LookUpAsync((_, _, _) => Task.FromResult(NameAnswer.Found([])), Probes.Patient);

        (result.Failure, result.Detail).ShouldBe((FailureKind.NameNotFound, "the name has no address"));
    }

    [Fact]
    public async Task Name_servers_that_never_answer_are_named()
    {
        var result = await LookUpAsync(
            async (_, _, token) =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
                return NameAnswer.NotFound;
            },
            TimeSpan.FromMilliseconds(200));

        result.Failure.ShouldBe(FailureKind.NameLookupTimeout);
    }

    [Fact]
    public async Task A_refused_connection_is_named()
    {
        var site = await LocalWebsite.StartAsync();
        await site.DisposeAsync();

        var result = await Probes.LookAsync(site.Url.Text, Probes.Patient);

        (result.Failure, result.Detail).ShouldBe((FailureKind.ConnectionRefused, $"ECONNREFUSED 127.0.0.1:{site.Port}"));
    }

    [Fact]
    public async Task A_connection_that_never_comes_about_is_named()
    {
        using var deaf = new DeafServer();

        var result = await Probes.LookAsync(deaf.Url, Probes.Hasty);

        (result.Failure, result.Detail).ShouldBe((FailureKind.ConnectTimeout, $"no connection to {deaf.EndPoint} in time"));
    }

    [Fact]
    public async Task Connecting_has_a_smaller_budget_of_its_own()
    {
        using var deaf = new DeafServer();
        using var probe = Probes.To(Probes.Anywhere with { ConnectTimeout = TimeSpan.FromMilliseconds(200) });

        var result = await probe.LookAtAsync(deaf.Url, TimeSpan.FromMinutes(5));

        result.Failure.ShouldBe(FailureKind.ConnectTimeout);
    }

    [Fact]
    public async Task The_next_address_is_tried_when_one_refuses()
    {
        await using var site = await LocalWebsite.StartAsync(address: IPAddress.Parse("127.0.0.3"));

        var result = await Probes.LookAsync($"http://shop.example:{site.Port}/", Probes.Patient, ("shop.example", "127.0.0.2"), ("shop.example", "127.0.0.3"));

        (result.StatusCode, result.ConnectedTo).ShouldBe((200, $"127.0.0.3:{site.Port}"));
    }

    [Fact]
    public async Task The_next_address_is_tried_when_one_is_silent()
    {
        await using var site = await LocalWebsite.StartAsync(address: IPAddress.Parse("127.0.0.3"));
        using var deaf = new DeafServer(IPAddress.Parse("127.0.0.2"), site.Port);

        var result = await Probes.LookAsync($"http://shop.example:{site.Port}/", Probes.Patient, ("shop.example", "127.0.0.2"), ("shop.example", "127.0.0.3"));

        result.StatusCode.ShouldBe(200);
    }

    [Fact]
    public async Task A_refusal_tells_more_than_a_missing_route()
    {
        var result = await Probes.LookAsync("http://shop.example:1/", Probes.Patient, ("shop.example", "127.0.0.2"), ("shop.example", "2001:db8::1"));

        (result.Failure, result.Detail).ShouldBe((FailureKind.ConnectionRefused, "ECONNREFUSED 127.0.0.2:1"));
    }

    [Fact]
    public async Task A_private_address_is_not_connected_to()
    {
        await using var site = await LocalWebsite.StartAsync();
        using var probe = Probes.To(new ProbeOptions());

        var result = await probe.LookAtAsync(site.Url.Text);

        (result.Failure, result.Detail, result.ConnectedTo).ShouldBe((FailureKind.AddressNotAllowed, "127.0.0.1", null));
        site.Connections.ShouldBe(0);
    }

    [Fact]
    public async Task A_name_for_a_private_address_is_not_connected_to()
    {
        await using var site = await LocalWebsite.StartAsync();
        using var probe = Probes.To(new ProbeOptions(), ("rebind.example", "127.0.0.1"));

        var result = await probe.LookAtAsync($"http://rebind.example:{site.Port}/");

        result.Failure.ShouldBe(FailureKind.AddressNotAllowed);
        site.Connections.ShouldBe(0);
    }

    [Fact]
    public async Task A_redirect_to_a_private_address_is_not_followed()
    {
        await using var inside = await LocalWebsite.StartAsync(address: IPAddress.Parse("127.0.0.9"));
        await using var site = await LocalWebsite.StartAsync();
        site.Answer = Answers.Redirect(inside.Url.Text);
        using var probe = Probes.To(new ProbeOptions { AllowedPrivateNetworks = [IPNetwork.Parse("127.0.0.1/32")] });

        var result = await probe.LookAtAsync(site.Url.Text);

        (result.Failure, result.Detail, result.Host).ShouldBe((FailureKind.AddressNotAllowed, "127.0.0.9", "127.0.0.9"));
        inside.Connections.ShouldBe(0);
    }

    [Fact]
    public async Task A_name_that_turns_private_between_two_hops_is_refused_at_the_second()
    {
        await using var site = await LocalWebsite.StartAsync();
        site.Answer = Answers.Redirect("/again");
        var answers = new Queue<string>(["127.0.0.1", "127.0.0.9"]);
        using var probe = new HttpProbe(
            new ProbeOptions { AllowedPrivateNetworks = [IPNetwork.Parse("127.0.0.1/32")] },
            TimeProvider.System,
            new Surroundings { LookUpAsync = (_, _, _) => Task.FromResult(NameAnswer.Found([IPAddress.Parse(answers.Dequeue())])) });

        var result = await probe.LookAtAsync($"http://rebind.example:{site.Port}/");

        result.Failure.ShouldBe(FailureKind.AddressNotAllowed);
        site.Connections.ShouldBe(1);
    }

    [Fact]
    public async Task An_IPv4_address_written_as_IPv6_is_reached_over_IPv4()
    {
        await using var site = await LocalWebsite.StartAsync();
        using var probe = Probes.To(Probes.Anywhere, ("mapped.example", "::ffff:127.0.0.1"));

        (await probe.LookAtAsync($"http://[::ffff:127.0.0.1]:{site.Port}/")).StatusCode.ShouldBe(200);
        (await probe.LookAtAsync($"http://mapped.example:{site.Port}/")).ConnectedTo.ShouldBe($"127.0.0.1:{site.Port}");
    }

    [Theory]
    [InlineData("http://192.0.2.7/", IpFamily.IPv6, "192.0.2.7 is an IPv4 address, but was to be looked at over IPv6 only.")]
    [InlineData("http://[2001:db8::7]/", IpFamily.IPv4, "2001:db8::7 is an IPv6 address, but was to be looked at over IPv4 only.")]
    public async Task An_address_of_the_other_family_is_not_called_a_name(string url, IpFamily family, string sentence)
    {
        using var probe = Probes.To(Probes.Anywhere);
        var request = new CheckRequest(WebsiteUrl.Parse(url), null, CheckMethod.Head) { Settings = new() { Family = family } };

        var result = await probe.LookAsync(request, TestContext.Current.CancellationToken);

        VerdictRules.Judge(result, AcceptedStatuses.Default).Problem!.Sentence.ShouldBe(sentence);
    }

    private static async Task<CheckResult> LookUpAsync(Func<string, IpFamily, CancellationToken, Task<NameAnswer>> lookUp, TimeSpan timeout)
    {
        using var probe = new HttpProbe(Probes.Anywhere, TimeProvider.System, new Surroundings { LookUpAsync = lookUp });
        return await probe.LookAtAsync("http://shop.example/", timeout);
    }
}
