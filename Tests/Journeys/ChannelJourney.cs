using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Journeys;

/// <summary>What a person types to be told over something else than mail, and what they then read.</summary>
public sealed class ChannelJourney : IAsyncLifetime
{
    private readonly Receiver _receiver = Receiver.Start();
    private Journey _journey = null!;

    public async ValueTask InitializeAsync() => _journey = await Journey.BeginAsync("--Channels:AllowedPrivateNetworks=127.0.0.0/8", "--Logging:LogLevel:Default=Debug");

    public async ValueTask DisposeAsync()
    {
        await _journey.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    [Fact]
    public async Task A_channel_is_added_tried_told_looked_up_and_taken_away()
    {
        await using var shop = await LocalWebsite.StartAsync();
        var token = _journey.Write("token.txt", "app-hunter2-token\n");
        (await _journey.Squirrel.MustAsync("owner", "channel", "kinds", "gotify")).Output.ShouldContain("gotify: Push through a Gotify server");

        var added = await _journey.Squirrel.MustAsync("owner", "channel", "add", "team", "gotify", "--set", $"url={_receiver.Url}", "--set", $"token=@{token}", "--json");
        added.Json.GetProperty("id").GetString().ShouldBe("gotify-1");
        added.Json.GetProperty("settings").GetProperty("token").GetString().ShouldBe("…oken");
        (await _journey.Squirrel.MustAsync("owner", "test", "team")).Output.ShouldContain("gotify-1  delivered");
        _receiver.Requests.Single().Header("x-gotify-key").ShouldBe("app-hunter2-token");

        await _journey.Squirrel.MustAsync("add", shop.Url.Text, "--owner", "team", "--name", "Shop", "--every", "1s");
        shop.Answer = Answers.Status(503, "Service Unavailable");
        await _receiver.ReceivedAsync(2);
        _receiver.Requests[1].Json.GetProperty("title").GetString()!.ShouldStartWith("DOWN: Shop");

        foreach (var about in (string[])["team", shop.Url.Text])
        {
            var log = (await Support.Eventually.GetAsync(() => _journey.Squirrel.MustAsync("alerts", about, "--json"), answer => answer.Output.Contains("DOWN: Shop", StringComparison.Ordinal))).Json[0];
            log.GetProperty("outcome").GetString().ShouldBe("delivered");
            log.GetProperty("channel").GetString().ShouldBe("gotify-1");
        }

        _receiver.Answer = Answers.Status(401);
        var failed = await _journey.Squirrel.RunAsync("owner", "test", "team", "--json");
        failed.ExitCode.ShouldBe(1);
        failed.Json[0].GetProperty("outcome").GetString().ShouldBe("gaveUp");
        (await _journey.Squirrel.MustAsync("owner", "show", "team")).Output.ShouldContain("gotify-1");
        await _journey.Squirrel.MustAsync("owner", "channel", "remove", "team", "gotify-1");
        (await _journey.Squirrel.MustAsync("owner", "channel", "list", "team", "--json")).Json.GetArrayLength().ShouldBe(0);
        (_journey.Silo.Process.Output + _journey.Silo.Process.Errors).ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task A_channel_that_cannot_be_is_refused_with_code_2()
    {
        var answer = await _journey.Squirrel.RunAsync("owner", "channel", "add", "team", "telegram", "--set", "chat=1", "--set", "token=secret");

        answer.ExitCode.ShouldBe(2);
        answer.Errors.Trim().ShouldBe("'token' is not the token of a bot: expected digits, a colon, then letters, digits, '-' and '_'.");
    }
}
