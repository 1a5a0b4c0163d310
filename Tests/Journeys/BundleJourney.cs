using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Journeys;

/// <summary>A server with several websites goes, and its owner gets one mail that says so; each alert is in the log all the same.</summary>
public sealed class BundleJourney
{
    [Fact]
    public async Task Websites_that_go_down_together_are_one_mail_that_names_the_address_they_share()
    {
        await using var journey = await Journey.BeginAsync("--Alerts:DigestWindow=15s");
        var shops = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => LocalWebsite.StartAsync()));
        foreach (var shop in shops)
            await journey.Squirrel.MustAsync("add", shop.Url.Text, "--owner", "team", "--email", "alice@shop.example", "--every", "1s");

        foreach (var shop in shops)
            shop.Answer = Answers.Status(503, "Service Unavailable");
        foreach (var shop in shops)
            await journey.StandsAsync(shop.Url.Text, "down");
        var mail = await journey.Mail.WaitForAsync(_ => true);

        mail.Subject.ShouldStartWith("3 websites down since ");
        mail.Text.ShouldContain("All at 127.0.0.1 (bad status).");
        foreach (var shop in shops)
            mail.Text.ShouldContain($"127.0.0.1:{shop.Port}");
        var log = await Eventually.GetAsync(
            async () => (await journey.Squirrel.MustAsync("alerts", "team", "--json")).Json.EnumerateArray().ToArray(), seen => seen.Length == 3);
        log.Select(delivery => delivery.GetProperty("alertId").GetString()).Distinct().Count().ShouldBe(3);
        log.ShouldAllBe(delivery => delivery.GetProperty("answer").GetString()!.StartsWith("In one message with 2 others: "));
        journey.Mail.Messages.Count.ShouldBe(1);
        foreach (var shop in shops)
            await shop.DisposeAsync();
    }

    [Fact]
    public async Task An_owner_who_wants_each_alert_by_itself_has_it_while_others_have_them_gathered()
    {
        await using var journey = await Journey.BeginAsync("--Alerts:DigestWindow=5m");
        await using var shop = await LocalWebsite.StartAsync();
        foreach (var owner in (string[])["team", "others"])
            await journey.Squirrel.MustAsync("add", shop.Url.Text, "--owner", owner, "--email", $"{owner}@shop.example", "--every", "1s");
        (await journey.Squirrel.MustAsync("owner", "show", "team")).Output.ShouldContain("5m for one message, as this installation is configured");

        (await journey.Squirrel.RunAsync("owner", "digest", "team", "6m")).Errors.Trim().ShouldBe("Alerts cannot be gathered for 6m: expected 0s to 5m.");
        (await journey.Squirrel.RunAsync("owner", "digest", "team", "soon")).Errors.ShouldContain("'soon' is not a length of time");
        (await journey.Squirrel.MustAsync("owner", "digest", "team", "0s")).Output.Trim().ShouldBe("Alerts of 'team' are gathered: not at all: each alert is a message of its own.");
        shop.Answer = Answers.Status(503);
        await journey.Mail.WaitForAsync(mail => mail.Subject.StartsWith("DOWN", StringComparison.Ordinal));

        await Eventually.GetAsync(async () => (await journey.Squirrel.MustAsync("owner", "show", "others", "--json")).Json.GetProperty("waitingAlerts").GetInt32(), waiting => waiting == 1);
        journey.Mail.Messages.Select(mail => mail.Recipient).Distinct().ShouldBe(["team@shop.example"]);
        (await journey.Squirrel.MustAsync("export", "--yaml")).Output.ShouldContain("digest-window: 0s");
        (await journey.Squirrel.MustAsync("owner", "digest", "team", "default", "--json")).Json.GetProperty("digestWindowSeconds").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }
}
