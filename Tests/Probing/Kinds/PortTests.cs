using System.Net;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Tests.Support.Processes;
using UptimeSquirrel.Tests.Support.Web;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Probing.Kinds;

/// <summary>Looks at a port.</summary>
public sealed class PortTests
{
    [Fact]
    public async Task A_port_that_takes_the_connection_is_up_and_nothing_is_said_to_it()
    {
        var heard = new TaskCompletionSource<string>();
        await using var server = TestWebServer.Start(async conversation => heard.SetResult(await conversation.ReadRequestAsync()));

        var result = await LookAsync(server.EndPoint.Port, Probes.Patient);

        VerdictRules.Judge(result, AcceptedStatuses.Default).ShouldBeSameAs(Verdict.Healthy);
        (result.Failure, result.StatusCode, result.ConnectedTo).ShouldBe((FailureKind.None, null, $"127.0.0.1:{server.EndPoint.Port}"));
        (await heard.Task.WaitAsync(TestContext.Current.CancellationToken)).ShouldBe("");
    }

    [Fact]
    public async Task A_port_that_takes_the_connection_and_resets_it_has_taken_it()
    {
        await using var server = TestWebServer.Start(conversation =>
        {
            conversation.Reset();
            return Task.CompletedTask;
        });

        (await LookAsync(server.EndPoint.Port, Probes.Patient)).Failure.ShouldBe(FailureKind.None);
    }

    [Fact]
    public async Task A_port_nobody_listens_at_refuses()
    {
        var port = SiloProcess.FreePorts(1)[0];

        var result = await LookAsync(port, Probes.Patient);

        Problem(result).ShouldBe(new Problem(
            FailureKind.ConnectionRefused, $"The port {port} of db.example refused the connection: nothing is listening there.", $"ECONNREFUSED 127.0.0.1:{port}"));
    }

    [Fact]
    public async Task A_port_that_stays_silent_is_told_by_the_time_it_had()
    {
        using var server = new DeafServer();

        var result = await LookAsync(server.EndPoint.Port, TimeSpan.FromSeconds(1));

        result.Failure.ShouldBe(FailureKind.ConnectTimeout);
        Problem(result).Sentence.ShouldMatch($@"^The port {server.EndPoint.Port} of db\.example did not take a connection within 1(\.\d)? s\.$");
    }

    [Fact]
    public async Task A_name_that_does_not_exist_is_the_name_and_not_the_port()
    {
        var result = await Probes.LookAsync("tcp://nowhere.example:5432", Probes.Patient);

        Problem(result).Sentence.ShouldBe("The name nowhere.example does not exist.");
    }

    [Theory]
    [InlineData("tcp://db.example:23", FailureKind.PortNotAllowed, "The port 23 of db.example is not one that this installation checks. To allow it, list it under Checks:AllowedServicePorts.")]
    [InlineData("tls://db.example:445", FailureKind.PortNotAllowed, "The port 445 of db.example is not one that this installation checks. To allow it, list it under Checks:AllowedServicePorts.")]
    [InlineData("tcp://db.example:25", FailureKind.AddressNotAllowed, null)]
    [InlineData("tcp://127.0.0.1:25", FailureKind.AddressNotAllowed, null)]
    [InlineData("tls://db.example:25", FailureKind.AddressNotAllowed, null)]
    [InlineData("ping://db.example", FailureKind.AddressNotAllowed, null)]
    [InlineData("dns://example.com?server=127.0.0.1", FailureKind.AddressNotAllowed, null)]
    [InlineData("dns://example.com?server=db.example:23", FailureKind.PortNotAllowed, "The port 23 of the name server is not one that this installation checks. To allow it, list it under Checks:AllowedServicePorts.")]
    public async Task Rules_about_addresses_and_ports_hold_for_every_kind(string url, FailureKind expected, string? sentence)
    {
        using var probe = Probes.To(new ProbeOptions(), ("db.example", "127.0.0.1"));

        var result = await probe.LookAtAsync(url);

        result.Failure.ShouldBe(expected);
        if (sentence is not null)
            Problem(result).Sentence.ShouldBe(sentence);
    }

    [Theory]
    [InlineData(5432, true)]
    [InlineData(25, true)]
    [InlineData(465, true)]
    [InlineData(443, true)]
    [InlineData(23, false)]
    [InlineData(445, false)]
    public void Services_that_people_run_for_others_may_be_connected_to(int port, bool isAllowed) =>
        AddressRules.MayConnectToService(port, new ProbeOptions()).ShouldBe(isAllowed);

    [Fact]
    public void What_a_website_may_be_asked_at_is_not_widened_by_that() =>
        AddressRules.MayConnect(25, new ProbeOptions()).ShouldBeFalse();

    [Fact]
    public async Task A_port_waits_for_its_turn_as_a_website_does()
    {
        using var hung = new DeafServer();
        var options = Probes.Anywhere with { MaximumPerAddress = 1, TurnPatience = TimeSpan.FromMilliseconds(1) };
        using var probe = Probes.To(options, ("db.example", "127.0.0.1"));
        var first = probe.LookAtAsync($"tcp://db.example:{hung.EndPoint.Port}", TimeSpan.FromSeconds(2));

        var second = await probe.LookAtAsync($"tcp://db.example:{hung.EndPoint.Port}");

        second.Failure.ShouldBe(FailureKind.CheckSkipped);
        (await first).Failure.ShouldBe(FailureKind.ConnectTimeout);
    }

    [Fact]
    public async Task A_trace_names_the_addresses_that_were_tried()
    {
        await using var server = TestWebServer.Start(_ => Task.CompletedTask);
        using var probe = Probes.To(Probes.Anywhere, ("db.example", "127.0.0.1"));
        var request = new CheckRequest(WebsiteUrl.Parse($"tcp://db.example:{server.EndPoint.Port}"), Probes.Patient, CheckMethod.Head) { WantsTrace = true };

        var hop = (await probe.LookAsync(request, TestContext.Current.CancellationToken)).Trace!.Single();

        hop.Addresses.ShouldBe([IPAddress.Loopback.ToString()]);
        hop.Attempts.Single().Address.ShouldBe($"127.0.0.1:{server.EndPoint.Port}");
    }

    private static Problem Problem(CheckResult result) => VerdictRules.Judge(result, AcceptedStatuses.Default).Problem!;

    private static Task<CheckResult> LookAsync(int port, TimeSpan timeout) =>
        Probes.LookAsync($"tcp://db.example:{port}", timeout, ("db.example", "127.0.0.1"));
}
