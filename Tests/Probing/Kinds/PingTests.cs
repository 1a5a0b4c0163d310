using System.Net;
using System.Net.Sockets;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Probing;

namespace UptimeSquirrel.Tests.Probing.Kinds;

/// <summary>Pings. The host that is pinged is a script, reached over UDP: what is sent and what is believed are those of a real ping.</summary>
public sealed class PingTests
{
    [Fact]
    public async Task A_host_that_answers_is_up()
    {
        using var host = new ScriptedHost(request => [Answer(request)]);

        var result = await LookAsync(host);

        VerdictRules.Judge(result, AcceptedStatuses.Default).ShouldBeSameAs(Verdict.Healthy);
        result.ConnectedTo.ShouldBe("127.0.0.1");
    }

    [Fact]
    public async Task A_host_that_does_not_answer_is_told_by_the_time_it_had()
    {
        using var host = new ScriptedHost(_ => []);

        var result = await LookAsync(host, TimeSpan.FromSeconds(1));

        var problem = VerdictRules.Judge(result with { Took = TimeSpan.FromSeconds(1) }, AcceptedStatuses.Default).Problem!;
        (problem.Kind, problem.Sentence).ShouldBe((FailureKind.PingUnanswered, "No answer from host.example to a ping within 1 s."));
        result.FailedAddresses.Single().Problem.ShouldBe("no answer");
    }

    [Fact]
    public async Task A_lost_ping_is_made_up_for_by_the_next()
    {
        var asked = 0;
        using var host = new ScriptedHost(request => ++asked == 1 ? [] : [Answer(request)]);

        (await LookAsync(host)).Failure.ShouldBe(FailureKind.None);
        asked.ShouldBe(2);
    }

    public static TheoryData<string> Forgeries => ["another content", "too short", "nothing in it", "an echo of the request", "another type"];

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task What_is_no_answer_to_our_ping_is_not_believed(string forgery)
    {
        using var host = new ScriptedHost(request =>
        {
            var answer = Answer(request);
            return [forgery switch
            {
                "another content" => [.. answer[..^1], (byte)~answer[^1]],
                "too short" => answer[..^1],
                "nothing in it" => [],
                "an echo of the request" => request,
                _ => [3, .. answer[1..]],
            }];
        });

        (await LookAsync(host, TimeSpan.FromSeconds(1))).Failure.ShouldBe(FailureKind.PingUnanswered);
    }

    [Fact]
    public async Task A_forged_answer_does_not_keep_the_real_one_from_being_heard()
    {
        using var host = new ScriptedHost(request => [[1, 2, 3], Answer(request)]);

        (await LookAsync(host)).Failure.ShouldBe(FailureKind.None);
    }

    [Fact]
    public async Task A_machine_that_may_not_ping_has_seen_nothing_and_says_what_its_operator_must_set()
    {
        using var probe = Probe(_ => throw new SocketException((int)SocketError.AccessDenied));

        var verdict = VerdictRules.Judge(await probe.LookAtAsync("ping://host.example"), AcceptedStatuses.Default);

        verdict.CouldNotLook.ShouldBeTrue();
        verdict.Problem!.Sentence.ShouldBe(
            "We could not look at host.example: this machine does not let us send pings. On Linux its operator allows it with: sysctl -w net.ipv4.ping_group_range=\"0 2147483647\"");
    }

    [Fact]
    public async Task A_host_there_is_no_way_to_is_told_so()
    {
        using var probe = Probe(_ => throw new SocketException((int)SocketError.NetworkUnreachable));

        (await probe.LookAtAsync("ping://host.example")).Failure.ShouldBe(FailureKind.HostUnreachable);
    }

    /// <summary>Not every machine lets its programs ping: this one says so, or is pinged.</summary>
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    public async Task This_machine_is_pinged_for_real_or_says_why_not(string address)
    {
        var result = await Probes.LookAsync($"ping://{address}", Probes.Patient);

        result.Failure.ShouldBeOneOf(FailureKind.None, FailureKind.PingNotPossible, FailureKind.HostUnreachable);
    }

    [Fact]
    public void A_ping_has_the_check_sum_of_its_kind()
    {
        var request = new Echo(AddressFamily.InterNetwork).Request(7).ToArray();

        var sum = 0u;
        for (var i = 0; i < request.Length; i += 2)
            sum += (uint)((request[i] << 8) | request[i + 1]);
        ((sum & 0xFFFF) + (sum >> 16)).ShouldBe(0xFFFFu);
        (request[0], request[7]).ShouldBe(((byte)8, (byte)7));
    }

    private static byte[] Answer(byte[] request) => [0, .. request[1..]];

    private static HttpProbe Probe(Func<IPAddress, Socket> open) => new(Probes.Anywhere, TimeProvider.System, new Surroundings
    {
        LookUpAsync = (_, _, _) => Task.FromResult(NameAnswer.Found([IPAddress.Loopback])),
        OpenEcho = open,
    });

    private static async Task<CheckResult> LookAsync(ScriptedHost host, TimeSpan? timeout = null)
    {
        using var probe = Probe(_ => host.Connect());
        return await probe.LookAtAsync("ping://host.example", timeout);
    }

    private sealed class ScriptedHost : IDisposable
    {
        private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);

        public ScriptedHost(Func<byte[], IEnumerable<byte[]>> answer)
        {
            _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            _ = ServeAsync(answer);
        }

        public Socket Connect()
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            socket.Connect(_socket.LocalEndPoint!);
            return socket;
        }

        public void Dispose() => _socket.Dispose();

        private async Task ServeAsync(Func<byte[], IEnumerable<byte[]>> answer)
        {
            var buffer = new byte[512];
            try
            {
                while (true)
                {
                    var packet = await _socket.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0));
                    foreach (var message in answer(buffer[..packet.ReceivedBytes]))
                        await _socket.SendToAsync(message, packet.RemoteEndPoint);
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // The test is over.
            }
        }
    }
}
