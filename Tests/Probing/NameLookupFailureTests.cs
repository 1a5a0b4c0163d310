using DnsClient;
using Microsoft.Extensions.Time.Testing;
using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Tests.Probing;

public sealed class NameLookupFailureTests : IAsyncDisposable
{
    private const int Many = 300;
    private static readonly TimeSpan OneTry = TimeSpan.FromSeconds(2);

    private readonly ScriptedNameServer _server = new();
    private readonly ScriptedNameServer _second = new();
    private readonly FakeTimeProvider _clock = new();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _second.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_name_that_does_not_exist_is_asked_about_once(bool hasIPv6)
    {
        (await NameLookups.Asking([_server, _second], hasIPv6).SayAsync("no.example")).ShouldBe("NameNotFound: NXDOMAIN");
        _server.Questions.Distinct().Count().ShouldBe(_server.Questions.Length);
        _second.Questions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_name_that_is_there_but_leads_nowhere_is_named(bool hasIPv6)
    {
        _server.Otherwise = DnsReply.NothingOfThatType;

        (await NameLookups.Asking(_server, hasIPv6).SayAsync("mail.example")).ShouldBe("NameNotFound: the name has no address");
    }

    [Theory]
    [InlineData(DnsHeaderResponseCode.FormatError, "FORMERR")]
    [InlineData(DnsHeaderResponseCode.ServerFailure, "SERVFAIL")]
    [InlineData(DnsHeaderResponseCode.NotImplemented, "NOTIMP")]
    [InlineData(DnsHeaderResponseCode.Refused, "REFUSED")]
    [InlineData(DnsHeaderResponseCode.NotAuthorized, "RCODE 9")]
    public async Task What_the_name_server_complains_of_is_named(DnsHeaderResponseCode code, string detail)
    {
        _server.Otherwise = DnsReply.Error(code);

        (await NameLookups.Asking(_server, hasIPv6: true).SayAsync("shop.example")).ShouldBe($"NameLookupFailed: {detail}");
    }

    [Fact]
    public async Task A_server_in_trouble_is_asked_again()
    {
        _server.Otherwise = DnsReply.Error(DnsHeaderResponseCode.ServerFailure);

        await NameLookups.Asking(_server).SayAsync("shop.example");

        _server.Questions.ShouldBe(["shop.example A", "shop.example A"]);
    }

    [Fact]
    public async Task The_second_server_is_asked_when_the_first_is_in_trouble()
    {
        _server.Otherwise = DnsReply.Error(DnsHeaderResponseCode.ServerFailure);
        _second["shop.example", QueryType.A] = DnsReply.Addresses("192.0.2.1");

        (await NameLookups.Asking([_server, _second]).SayAsync("shop.example")).ShouldBe("192.0.2.1");
    }

    [Fact]
    public async Task The_second_server_is_asked_when_the_first_is_silent()
    {
        _server.Otherwise = DnsReply.Silence;
        _second["shop.example", QueryType.A] = DnsReply.Addresses("192.0.2.1");

        var answer = NameLookups.Asking([_server, _second], time: _clock).SayAsync("shop.example");
        await _server.WaitForQuestionsAsync(1);
        _clock.Advance(OneTry);

        (await answer).ShouldBe("192.0.2.1");
    }

    [Theory]
    [InlineData(new byte[] { })]
    [InlineData(new byte[] { 0x81, 0x80, 0, 1, 0, 200, 0, 0, 0, 0, 0xC0, 12, 1 })]
    public async Task Garbage_is_named(byte[] garbage)
    {
        _server.Otherwise = DnsReply.Bytes(garbage);

        (await NameLookups.Asking(_server).SayAsync("shop.example")).ShouldBe("NameLookupFailed: our name servers gave no readable answer");
    }

    [Theory]
    [InlineData("shop..example")]
    [InlineData("a123456789012345678901234567890123456789012345678901234567890123.example")]
    public async Task A_name_that_cannot_be_is_not_asked_about(string name)
    {
        (await NameLookups.Asking(_server).SayAsync(name)).ShouldBe("NameNotFound: no name can be like this");
        _server.Questions.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_look_up_ends_with_its_caller()
    {
        _server.Otherwise = DnsReply.Silence;
        using var caller = new CancellationTokenSource();

        var answer = NameLookups.Asking(_server, hasIPv6: true, time: _clock).LookUpAsync("shop.example", IpFamily.Any, caller.Token);
        await _server.WaitForQuestionsAsync(2);
        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(answer);
    }

    [Fact]
    public async Task Hundreds_of_look_ups_at_a_silent_server_hold_no_threads()
    {
        _server.Otherwise = DnsReply.Silence;
        var lookup = NameLookups.Asking(_server, time: _clock);

        // The clock stands still, so that nobody gives up: with a thread for each, all of them could not have asked.
        var answers = Enumerable.Range(0, Many).Select(i => lookup.SayAsync($"shop{i}.example")).ToArray();
        await _server.WaitForQuestionsAsync(Many);
        ThreadPool.ThreadCount.ShouldBeLessThan(Many / 2);

        _clock.Advance(OneTry);
        await _server.WaitForQuestionsAsync(Many);
        _clock.Advance(OneTry);
        (await Task.WhenAll(answers)).ShouldAllBe(answer => answer == "NameLookupFailed: our name servers do not answer");
    }
}
