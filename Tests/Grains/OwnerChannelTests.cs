using System.Text;
using UptimeSquirrel.Checks;
using UptimeSquirrel.History;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Decisions;
using UptimeSquirrel.Tests.Support.Web;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Grains;

public sealed class OwnerChannelTests : IAsyncLifetime
{
    private readonly Receiver _receiver = Receiver.Start();
    private GrainHouse _house = null!;

    public async ValueTask InitializeAsync() => _house = await GrainHouse.OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await _house.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    [Fact]
    public async Task A_channel_is_told_shows_no_secret_and_outlives_a_restart()
    {
        var channel = await AddAsync("ntfy", ("topic", "topic-hunter2-topic"), ("token", "tk_hunter2_hunter2"));
        await _house.RestartAsync();

        await _house.Owner().AcceptAsync(Down(1));

        await _receiver.ReceivedAsync(1);
        _receiver.Requests[0].Header("authorization").ShouldBe("Bearer tk_hunter2_hunter2");
        channel.Id.ShouldBe("ntfy-1");
        channel.Settings["token"].ShouldBe("…ter2");
        var delivery = (await _house.DeliveriesAsync(1, limit: 100))[0];
        (delivery.Channel, delivery.Recipient, delivery.Outcome, delivery.Subject).ShouldBe(("ntfy-1", "…opic", DeliveryOutcome.Delivered, "DOWN: Shop (shop.example)"));
        Encoding.UTF8.GetString(await ReadDatabaseAsync()).ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task A_channel_that_hangs_holds_up_no_other()
    {
        await using var hanging = Receiver.Start();
        hanging.Answer = Answers.Hang;
        await AddAsync("gotify", hanging, ("token", "one"));
        await AddAsync("ntfy", ("topic", "two"));

        foreach (var number in Enumerable.Range(1, 20))
            await _house.Owner().AcceptAsync(Down(number));

        await _receiver.ReceivedAsync(20);
        hanging.Requests.Count.ShouldBe(1);
        (await _house.Owner().GetStatusAsync()).WaitingAlerts.ShouldBe(20);
    }

    [Fact]
    public async Task A_channel_that_is_gone_is_marked_and_told_to_the_operator_and_its_alerts_go_elsewhere()
    {
        await _house.Owner("operator").SetEmailsAsync([EmailAddress.Parse("root@monitor.example")]);
        _receiver.Answer = Receiver.Json("{}", 404);
        await AddAsync("ntfy", ("topic", "gone"));
        await _house.Owner().SetEmailsAsync([EmailAddress.Parse("alice@shop.example")]);

        await _house.Owner().AcceptAsync(Down(1));

        var mail = await _house.Mail.WaitForAsync(mail => mail.Subject.StartsWith("CHANNEL BROKEN", StringComparison.Ordinal));
        mail.Subject.ShouldBe("CHANNEL BROKEN: team / ntfy-1");
        mail.Text.ReplaceLineEndings(" ").ShouldContain("squirrel owner channel remove team ntfy-1");
        await _house.Mail.WaitForAsync(mail => mail.Subject.StartsWith("DOWN", StringComparison.Ordinal));
        var broken = (await _house.Owner().GetStatusAsync()).Channels.Single(channel => channel.Id == "ntfy-1");
        broken.BrokenSince.ShouldNotBeNull();
        broken.LastFailure!.ShouldContain("404");

        await _house.Owner().AcceptAsync(Down(2));
        await _house.Mail.WaitForMailAsync(3);
        _receiver.Requests.Count.ShouldBe(1);
        _house.Mail.Messages.Count(one => one.Subject.StartsWith("CHANNEL", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_test_tells_what_came_of_each_channel_and_mends_what_works_again()
    {
        _receiver.Answer = Receiver.Json("{}", 410);
        await AddAsync("ntfy", ("topic", "moved"));
        await _house.Owner().AcceptAsync(Down(1));
        await _house.DeliveriesAsync(1, limit: 100);
        await using var good = Receiver.Start();
        await AddAsync("gotify", good, ("token", "one"));

        var tests = await _house.Owner().TestAsync();
        tests.Select(test => (test.Channel.Id, test.Outcome)).ShouldBe([("ntfy-1", DeliveryOutcome.GaveUp), ("gotify-2", DeliveryOutcome.Delivered)]);
        good.Requests.Single().Json.GetProperty("title").GetString().ShouldBe("TEST from UptimeSquirrel");

        _receiver.Answer = Receiver.Json("{}");
        (await _house.Owner().TestAsync()).ShouldAllBe(test => test.Outcome == DeliveryOutcome.Delivered);
        (await _house.Owner().GetStatusAsync()).Channels.ShouldAllBe(channel => channel.BrokenSince == null);
    }

    [Fact]
    public async Task What_cannot_be_a_channel_is_refused_with_every_reason()
    {
        (await _house.Owner().AddChannelAsync("pigeon", new Dictionary<string, string>())).Problems.Single().ShouldStartWith("'pigeon' is not a kind of channel: expected one of discord, email, gotify,");
        (await _house.Owner().AddChannelAsync("gotify", new Dictionary<string, string> { ["url"] = "ftp://x" })).Problems.ShouldBe(
            ["gotify needs 'token': the token of an application there, such as A8Ld.nDmG4bDSyB."]);
        (await _house.Owner().AddChannelAsync("gotify", new Dictionary<string, string> { ["url"] = "ftp://x", ["token"] = "y" })).Problems.ShouldBe(["'url' is not an address: expected https://…"]);
        (await _house.Owner().GetStatusAsync()).Channels.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_channel_or_an_address_can_be_taken_away()
    {
        await AddAsync("ntfy", ("topic", "one"));
        await _house.Owner().SetEmailsAsync([EmailAddress.Parse("alice@shop.example")]);

        (await _house.Owner().RemoveChannelAsync("ntfy-1"))!.Kind.ShouldBe("ntfy");
        (await _house.Owner().RemoveChannelAsync("alice@shop.example"))!.Kind.ShouldBe("email");

        (await _house.Owner().RemoveChannelAsync("ntfy-1")).ShouldBeNull();
        (await AddAsync("ntfy", ("topic", "two"))).Id.ShouldBe("ntfy-2");
    }

    [Fact]
    public async Task A_mail_with_copies_reaches_everybody()
    {
        await _house.Owner().AddChannelAsync("email", new Dictionary<string, string> { ["to"] = "alice@shop.example", ["cc"] = "bob@shop.example", ["bcc"] = "carol@shop.example" });

        await _house.Owner().AcceptAsync(Down(1));

        await _house.Mail.WaitForMailAsync(1);
        (await _house.DeliveriesAsync(1, limit: 100))[0].Channel.ShouldBe("email-1");
        _house.Mail.Messages[0].Message.Cc.ToString().ShouldBe("bob@shop.example");
    }

    [Fact]
    public async Task All_kinds_of_channels_can_be_asked_for()
    {
        var kinds = await _house.Grains.GetGrain<IChannelKindsGrain>(0).GetAllAsync();

        kinds.Select(kind => kind.Name).ShouldBe(
        [
            "discord", "email", "gotify", "matrix", "ntfy", "opsgenie", "pagerduty", "pushover", "slack", "sms-http", "sms-twilio", "teams", "telegram", "web-push", "webhook",
        ]);
    }

    private Task<ContactChannel> AddAsync(string kind, params (string Name, string Value)[] settings) => AddAsync(kind, _receiver, settings);

    private async Task<ContactChannel> AddAsync(string kind, Receiver receiver, params (string Name, string Value)[] settings)
    {
        var change = await _house.Owner().AddChannelAsync(kind, settings.Append(("url", receiver.Url)).ToDictionary());
        change.Problems.ShouldBeEmpty();
        return change.Channel!;
    }

    private async Task<byte[]> ReadDatabaseAsync()
    {
        var bytes = new List<byte>();
        foreach (var file in (string[])[_house.DatabaseFile, _house.DatabaseFile + "-wal"])
        {
            if (!File.Exists(file))
                continue;
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var content = new byte[stream.Length];
            await stream.ReadExactlyAsync(content);
            bytes.AddRange(content);
        }

        return [.. bytes];
    }

    private static Alert Down(int number) => Film.Play("- - -").State.Unsent[0] with
    {
        Id = $"shop-{number}",
        IncidentId = $"shop-{number}",
        Name = "Shop",
        Url = WebsiteUrl.Parse("https://shop.example/"),
        Problem = new Problem(FailureKind.BadStatus, "The server answered 503 (Service Unavailable) after 0.4 s.", "HTTP 503 Service Unavailable"),
    };
}
