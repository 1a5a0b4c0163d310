using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Journeys;

/// <summary>Somebody pulls the cable of a silo that is alone, and puts it back: no owner hears of it.</summary>
public sealed class SelfDoubtJourney
{
    private const int Websites = 10;

    [Fact]
    public async Task Nobody_is_mailed_because_our_cable_was_pulled_and_everybody_is_when_their_websites_are_down()
    {
        await using var reference = await LocalWebsite.StartAsync();
        await using var world = await LocalWebsite.StartAsync();
        await using var journey = await Journey.BeginAsync($"--Checks:References={reference.Url}");
        var list = journey.Write("sites.csv", "url,email,interval\n" + string.Concat(
            Enumerable.Range(1, Websites).Select(number => $"{world.Url}{number},owner{number}@shop.example,1\n")));
        await journey.Squirrel.MustAsync("import", list);
        await StandAsync(journey, "up");

        world.Answer = reference.Answer = Answers.Reset;
        await ReadyzAsync(journey, "\"vantage\":{\"status\":\"degraded\"");

        // Three failed looks would be enough to call a website down; each gets six more.
        var looks = world.Requests.Count;
        await Eventually.TrueAsync(
            () => Task.FromResult(world.Requests.Count >= looks + 6 * Websites), TimeSpan.FromSeconds(90), () => $"{world.Requests.Count - looks} looks");
        (await journey.Squirrel.MustAsync("list", "--standing", "down", "--json")).Json.GetArrayLength().ShouldBe(0);

        world.Answer = reference.Answer = Answers.Ok;
        await ReadyzAsync(journey, "\"vantage\":{\"status\":\"healthy\"");
        await StandAsync(journey, "up");
        journey.Mail.Messages.ShouldBeEmpty();
        (await journey.Squirrel.MustAsync("history", $"{world.Url}1")).Output.ShouldContain("not counted");

        world.Answer = Answers.Reset;
        await journey.Mail.WaitForMailAsync(Websites);
        journey.Mail.Messages.Select(mail => mail.Recipient).Distinct().Count().ShouldBe(Websites);
        journey.Mail.Messages.ShouldAllBe(mail => mail.Subject.StartsWith("DOWN"));
        journey.Silo.Process.Output.ShouldNotContain("fail:");
    }

    private static Task StandAsync(Journey journey, string standing) => Eventually.GetAsync(
        async () => (await journey.Squirrel.MustAsync("list", "--standing", standing, "--json")).Json.GetArrayLength(), count => count == Websites, TimeSpan.FromSeconds(90));

    private static async Task ReadyzAsync(Journey journey, string part)
    {
        var seen = await Eventually.GetAsync(() => journey.Silo.GetAsync("/readyz"), answer => answer.Body.Contains(part, StringComparison.Ordinal), TimeSpan.FromSeconds(90));
        seen.Status.ShouldBe(System.Net.HttpStatusCode.OK);
    }
}
