using System.Net;
using System.Text;
using DnsClient;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Probing.Kinds;

/// <summary>Looks at the records of a name, at a name server of our own.</summary>
public sealed class RecordTests : IAsyncLifetime
{
    private readonly ScriptedNameServer _server = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_name_that_has_a_record_is_up_and_the_records_are_noted()
    {
        _server["example.com", QueryType.A] = DnsReply.Addresses("203.0.113.9", "203.0.113.7");

        var result = await LookAsync("example.com?type=A");

        VerdictRules.Judge(result, AcceptedStatuses.Default).ShouldBeSameAs(Verdict.Healthy);
        result.Facts!.Records.ShouldBe(["203.0.113.7", "203.0.113.9"]);
        result.Facts.Server.ShouldBe(_server.Address.ToString());
    }

    public static TheoryData<QueryType, byte[], string> Types => new()
    {
        { QueryType.A, [203, 0, 113, 7], "203.0.113.7" },
        { QueryType.AAAA, IPAddress.Parse("2001:db8::7").GetAddressBytes(), "2001:db8::7" },
        { QueryType.CNAME, DnsReply.Record.Name("Shop.example.com"), "shop.example.com" },
        { QueryType.NS, DnsReply.Record.Name("ns1.example.com"), "ns1.example.com" },
        { QueryType.MX, [0, 10, .. DnsReply.Record.Name("mail.example.com")], "10 mail.example.com" },
        { QueryType.TXT, [3, .. "v=s"u8, 4, .. "pf1 "u8], "v=spf1 " },
        { QueryType.SRV, [0, 1, 0, 2, 19, 196, .. DnsReply.Record.Name("sip.example.com")], "1 2 5060 sip.example.com" },
        { QueryType.CAA, [0, 5, .. "issue"u8, .. "letsencrypt.org"u8], "0 issue letsencrypt.org" },
    };

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Records_of_every_type_are_read(QueryType type, byte[] data, string expected)
    {
        _server["example.com", type] = DnsReply.Raw(type, data);

        var result = await LookAsync($"example.com?type={type}");

        result.Facts!.Records.ShouldBe([expected]);
    }

    public static TheoryData<string, FailureKind, string> Refusals => new()
    {
        { "NXDOMAIN", FailureKind.NameNotFound, "The name example.com does not exist." },
        { "nothing", FailureKind.RecordMissing, "The name example.com has no A record." },
        { "alias only", FailureKind.RecordMissing, "The name example.com has no A record." },
        { "SERVFAIL", FailureKind.NameServerFailed, "Asked for the A record of example.com, the name server gave no usable answer: SERVFAIL from {0}." },
        { "REFUSED", FailureKind.NameServerFailed, "Asked for the A record of example.com, the name server gave no usable answer: REFUSED from {0}." },
        { "garbage", FailureKind.NameServerFailed, "Asked for the A record of example.com, the name server gave no usable answer: unreadable answer from {0}." },
        { "other", FailureKind.RecordUnexpected, "The A record of example.com is not the expected one: 203.0.113.7 expected, 203.0.113.9 found." },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_is_wrong_is_told(string answer, FailureKind kind, string sentence)
    {
        _server.Otherwise = answer switch
        {
            "NXDOMAIN" => DnsReply.Error(DnsHeaderResponseCode.NotExistentDomain),
            "nothing" => DnsReply.NothingOfThatType,
            "alias only" => DnsReply.Raw(QueryType.CNAME, DnsReply.Record.Name("shop.example.com")),
            "SERVFAIL" => DnsReply.Error(DnsHeaderResponseCode.ServerFailure),
            "REFUSED" => DnsReply.Error(DnsHeaderResponseCode.Refused),
            "garbage" => DnsReply.Bytes(0x81, 0x80, 0, 1, 0, 9, 0, 0),
            _ => DnsReply.Addresses("203.0.113.9"),
        };

        var result = await LookAsync("example.com?type=A&expect=203.0.113.7");

        var problem = VerdictRules.Judge(result, AcceptedStatuses.Default).Problem!;
        (problem.Kind, problem.Sentence).ShouldBe((kind, string.Format(System.Globalization.CultureInfo.InvariantCulture, sentence, _server.Address)));
    }

    [Fact]
    public async Task An_answer_that_does_not_fit_is_asked_for_over_tcp()
    {
        _server.Otherwise = DnsReply.Truncated;
        _server.OverTcp = DnsReply.Raw(QueryType.TXT, [.. Enumerable.Range(0, 40).Select(i => (byte[])[100, .. Encoding.ASCII.GetBytes($"{i:000}".PadRight(100, 'x'))])]);

        var result = await LookAsync("example.com?type=TXT");

        (result.Failure, result.Facts!.Records.Count).ShouldBe((FailureKind.None, 40));
        _server.Questions.ShouldBe(["example.com TXT", "example.com TXT over TCP"]);
    }

    [Fact]
    public async Task A_silent_server_is_asked_twice_and_told_by_the_time_it_had()
    {
        _server.Otherwise = DnsReply.Silence;

        var result = await LookAsync("example.com?type=A");

        result.Failure.ShouldBe(FailureKind.NameServerSilent);
        result.Detail.ShouldBe($"no answer from {_server.Address}");
        _server.Questions.Length.ShouldBe(2);
        result.FailedAddresses.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_look_ends_with_its_budget_even_when_the_server_is_silent()
    {
        _server.Otherwise = DnsReply.Silence;

        var result = await LookAsync("example.com?type=A", TimeSpan.FromSeconds(1));

        result.Failure.ShouldBe(FailureKind.NameServerSilent);
        _server.Questions.Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_forged_answer_with_another_number_is_not_believed()
    {
        _server.Otherwise = DnsReply.Addresses("203.0.113.7") with { HasWrongId = true };

        var result = await LookAsync("example.com?type=A");

        result.Failure.ShouldBeOneOf(FailureKind.NameServerFailed, FailureKind.NameServerSilent);
        result.Facts!.Records.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_server_this_machines_own_are_asked_and_the_next_where_one_fails()
    {
        await using var broken = new ScriptedNameServer { Otherwise = DnsReply.Error(DnsHeaderResponseCode.ServerFailure) };
        _server["example.com", QueryType.A] = DnsReply.Addresses("203.0.113.7");
        using var probe = new HttpProbe(Probes.Anywhere, TimeProvider.System, new Surroundings { NameServers = [broken.Address, _server.Address] });

        var result = await probe.LookAtAsync("dns://example.com?expect=203.0.113.7");

        (result.Failure, result.Facts!.Server).ShouldBe((FailureKind.None, _server.Address.ToString()));
    }

    [Fact]
    public async Task A_server_that_does_not_exist_is_the_server_and_not_the_name()
    {
        var result = await Probes.LookAsync("dns://example.com?server=ns.nowhere.example", Probes.Patient);

        VerdictRules.Judge(result, AcceptedStatuses.Default).Problem!.Sentence.ShouldBe("The name server ns.nowhere.example does not exist.");
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7", true)]
    [InlineData("10 mail.example.com", "mail.example.com", true)]
    [InlineData("10 mail.example.com", "10 mail.example.com", true)]
    [InlineData("10 mail.example.com", "20 mail.example.com", false)]
    [InlineData("10 mail.example.com", "example.com", false)]
    [InlineData("0 issue letsencrypt.org", "LetsEncrypt.org", true)]
    [InlineData("v=spf1 -all", "-all", true)]
    [InlineData("v=spf1 include:a -all", "a -all", false)]
    public void A_record_is_meant_whole_or_by_the_name_at_its_end(string record, string wanted, bool isMeant) =>
        DnsRules.IsMeant(record, wanted).ShouldBe(isMeant);

    [Fact]
    public void Everything_that_is_expected_must_be_there() =>
        DnsRules.Judge(["a", "b", "c", "d"], ["b", "x", "y"]).ShouldBe((FailureKind.RecordUnexpected, "x, y expected, a, b, c and 1 more found"));

    [Theory]
    [InlineData("dns://example.com", "example.com", QueryType.A, null, 53)]
    [InlineData("dns://example.com?type=mx&server=192.0.2.53", "example.com", QueryType.MX, "192.0.2.53", 53)]
    [InlineData("dns://example.com?server=192.0.2.53:5353", "example.com", QueryType.A, "192.0.2.53", 5353)]
    [InlineData("dns://example.com?server=[2001:db8::53]:5353", "example.com", QueryType.A, "2001:db8::53", 5353)]
    [InlineData("dns://example.com?server=[2001:db8::53]", "example.com", QueryType.A, "2001:db8::53", 53)]
    [InlineData("dns://example.com?server=ns1.example.com:54", "example.com", QueryType.A, "ns1.example.com", 54)]
    public void An_address_says_whom_to_ask_what(string url, string name, QueryType type, string? server, int port)
    {
        var target = DnsTarget.Of(WebsiteUrl.Parse(url));

        (target.Name, target.Type, target.Server, target.Port).ShouldBe((name, type, server, port));
    }

    private Task<CheckResult> LookAsync(string question, TimeSpan? timeout = null) =>
        Probes.LookAsync($"dns://{question}&server={_server.Address}", timeout ?? Probes.Patient);
}
