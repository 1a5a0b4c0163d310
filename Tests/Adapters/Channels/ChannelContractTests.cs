using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Tests.Adapters.Email;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Adapters.Channels;

/// <summary>What holds for every kind of channel over HTTP, whatever the other side does.</summary>
public sealed class ChannelContractTests : IAsyncDisposable
{
    private readonly Receiver _receiver = Receiver.Start();
    private readonly FakeTimeProvider _clock = new(Alerts.Now);
    private readonly LogRecorder _log = new();
    private readonly ServiceProvider _services;

    public ChannelContractTests() => _services = ChannelCases.Services(_clock, log: _log);

    public static TheoryData<string> Kinds => ChannelCases.Kinds;

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _receiver.DisposeAsync();
        _log.Dispose();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Delivers_with_one_request_and_logs_no_secret(string kind)
    {
        (await DeliverAsync(kind)).ShouldBeOfType<DeliveryAnswer.Delivered>();

        var request = _receiver.Requests.Single();
        request.Header("user-agent")!.ShouldStartWith("UptimeSquirrel/");
        _log.ToString().ShouldNotContain("SECRET");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Waits_as_long_as_it_is_told(string kind)
    {
        _receiver.Answer = Receiver.Json("{}", 429, "Retry-After: 7");
        (await DeliverAsync(kind)).ShouldBeOfType<DeliveryAnswer.TryAgain>().After.ShouldBe(TimeSpan.FromSeconds(7));

        _receiver.Answer = Receiver.Json("{}", 503, $"Retry-After: {Alerts.Now.AddMinutes(2):R}");
        (await DeliverAsync(kind)).ShouldBeOfType<DeliveryAnswer.TryAgain>().After.ShouldBe(TimeSpan.FromMinutes(2));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Tries_again_what_is_the_others_trouble(string kind)
    {
        foreach (var status in (int[])[500, 502, 504, 408])
        {
            _receiver.Answer = Receiver.Json("{}", status);
            (await DeliverAsync(kind)).ShouldBeOfType<DeliveryAnswer.TryAgain>().Reason.ShouldContain($"answered {status}");
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Gives_up_a_message_that_is_refused_and_a_channel_that_is_gone(string kind)
    {
        _receiver.Answer = Receiver.Json("""{"error":"too long"}""", 400);
        (await DeliverAsync(kind)).ShouldBeOfType<DeliveryAnswer.GiveUp>().IsChannelBroken.ShouldBeFalse();

        foreach (var status in (int[])[401, 403, 404, 410])
        {
            _receiver.Answer = Receiver.Json("{}", status);
            (await DeliverAsync(kind)).ShouldBeOfType<DeliveryAnswer.GiveUp>().IsChannelBroken.ShouldBeTrue();
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Follows_no_redirect(string kind)
    {
        await using var elsewhere = Receiver.Start();
        _receiver.Answer = Answers.Redirect(elsewhere.Url + "/metadata", 307);

        var answer = await DeliverAsync(kind);

        answer.ShouldBeOfType<DeliveryAnswer.GiveUp>().Reason.ShouldContain("points elsewhere");
        elsewhere.Connections.ShouldBe(0);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Waits_fifteen_seconds_for_an_answer_and_no_longer(string kind)
    {
        _receiver.Answer = Answers.Hang;

        var delivering = DeliverAsync(kind);
        await _receiver.ReceivedAsync(1);
        _clock.Advance(TimeSpan.FromSeconds(14));
        delivering.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(1));

        (await delivering).ShouldBeOfType<DeliveryAnswer.TryAgain>().Reason.ShouldEndWith("gave no answer within 15 seconds.");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Tries_again_when_the_connection_breaks_before_the_answer_and_not_when_it_breaks_in_its_body(string kind)
    {
        _receiver.Answer = Answers.Reset;
        (await DeliverAsync(kind)).ShouldBeOfType<DeliveryAnswer.TryAgain>();

        _receiver.Answer = async conversation =>
        {
            await conversation.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{\"id\":");
            conversation.Reset();
        };
        (await DeliverAsync(kind)).ShouldNotBeOfType<DeliveryAnswer.GiveUp>();
        _receiver.Requests.Count.ShouldBe(2);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Reads_no_more_of_a_long_answer_than_it_needs(string kind)
    {
        _receiver.Answer = Answers.Endless("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", new string('x', 1000));

        (await DeliverAsync(kind)).ShouldBeOfType<DeliveryAnswer.Delivered>();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Tells_nothing_to_a_server_that_is_somebody_else(string kind)
    {
        await using var another = Receiver.Start(TestCertificates.For("another.example"));
        await using var services = ChannelCases.Services(authority: TestCertificates.Authority);

        var answer = await services.DeliverAsync(kind, another.Url);

        answer.ShouldBeOfType<DeliveryAnswer.TryAgain>().Reason.ShouldContain("TLS handshake");
        another.Requests.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Connects_to_no_private_address_that_is_not_allowed(string kind)
    {
        await using var services = ChannelCases.Services(networks: []);

        var answer = await services.DeliverAsync(kind, _receiver.Url);

        answer.ShouldBe(new DeliveryAnswer.GiveUp(
            "127.0.0.1 is at a private address (127.0.0.1), and this installation sends nothing there. To allow it, list its network under Channels:AllowedPrivateNetworks.",
            IsChannelBroken: true));
        _receiver.Connections.ShouldBe(0);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Sends_nothing_unencrypted_over_the_internet(string kind)
    {
        var answer = await _services.DeliverAsync(kind, "http://93.184.215.14");

        answer.ShouldBe(new DeliveryAnswer.GiveUp(
            "http://93.184.215.14 is not encrypted: expected https. Only within Channels:AllowedPrivateNetworks messages go over http.", IsChannelBroken: true));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Asks_for_what_is_missing_and_refuses_what_it_does_not_know(string kind)
    {
        var description = _services.Notifier(kind).Kind;
        var needed = description.Settings.Where(setting => setting.IsRequired).Select(setting => setting.Name).ToList();

        ChannelRules.Problems(description, new Dictionary<string, string> { ["nonsense"] = "1" }).Count.ShouldBe(needed.Count + 1);
        ChannelRules.Problems(description, ChannelCases.Settings(kind, _receiver.Url)).ShouldBeEmpty();
        ChannelRules.Problems(description, ChannelCases.Settings(kind, "https://x\r\nX-Evil: 1")).ShouldNotBeEmpty();
    }

    private Task<DeliveryAnswer> DeliverAsync(string kind) => _services.DeliverAsync(kind, _receiver.Url);
}
