using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Journeys;

/// <summary>Outages about which nobody is woken.</summary>
public sealed class QuietJourney
{
    [Fact]
    public async Task An_outage_in_maintenance_brings_no_mail_until_the_maintenance_is_over()
    {
        await using var journey = await Journey.BeginAsync();
        await using var shop = await LocalWebsite.StartAsync();
        var url = shop.Url.Text;
        await journey.Squirrel.MustAsync("add", url, "--owner", "team", "--email", "alice@shop.example", "--every", "1s", "--tag", "shop");
        var added = await journey.Squirrel.MustAsync("maintenance", "add", "--owner", "team", "--for", "2h", "--zone", "Europe/Berlin", "--tag", "shop", "--json");
        added.Json.GetProperty("nowUntil").GetString().ShouldNotBeNull();

        shop.Answer = Answers.Status(503);
        await journey.StandsAsync(url, "down");
        (await journey.Squirrel.RunAsync("status", url)).Output.ShouldContain("in maintenance until");
        (await journey.Squirrel.MustAsync("history", url)).Output.ShouldContain("During maintenance: The server answered 503");
        (await journey.Squirrel.MustAsync("owner", "show", "team", "--json")).Json.GetProperty("deliveries").GetArrayLength().ShouldBe(0);
        journey.Mail.Messages.ShouldBeEmpty();

        var planned = (await journey.Squirrel.MustAsync("maintenance", "list", "--owner", "team", "--json")).Json[0];
        await journey.Squirrel.MustAsync("maintenance", "remove", planned.GetProperty("id").GetString()!, "--owner", "team");

        var mail = await journey.Mail.WaitForAsync(mail => mail.Subject.StartsWith("DOWN", StringComparison.Ordinal));
        mail.Text.ShouldContain("It went down during its maintenance, which is over.");
        journey.Mail.Messages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_router_and_what_is_behind_it_go_down_in_one_mail()
    {
        await using var journey = await Journey.BeginAsync();
        await using var router = await LocalWebsite.StartAsync();
        await using var shop = await LocalWebsite.StartAsync();
        await journey.Squirrel.MustAsync("add", router.Url.Text, "--name", "Router", "--owner", "team", "--email", "alice@shop.example", "--every", "1s");
        await journey.Squirrel.MustAsync("add", shop.Url.Text, "--name", "Shop", "--owner", "team", "--every", "1s", "--parent", router.Url.Text);

        (shop.Answer, router.Answer) = (Answers.Status(503), Answers.Status(503));
        await journey.StandsAsync(shop.Url.Text, "down");
        await journey.StandsAsync(router.Url.Text, "down");
        await Eventually.HoldsAsync(async () => (await journey.Squirrel.RunAsync("status", router.Url.Text)).Output.Contains("1 website went down: Shop", StringComparison.Ordinal));
        shop.Answer = Answers.Ok;
        await journey.StandsAsync(shop.Url.Text, "up");
        router.Answer = Answers.Ok;

        var back = await journey.Mail.WaitForAsync(mail => mail.Subject.StartsWith("UP", StringComparison.Ordinal));
        back.Text.ShouldContain("1 website that went down with it: Shop");
        journey.Mail.Messages.Select(mail => mail.Subject.Split(' ')[0]).ShouldBe(["DOWN:", "UP"]);
        journey.Mail.Messages.ShouldAllBe(mail => mail.Subject.Contains("Router", StringComparison.Ordinal));
    }
}
