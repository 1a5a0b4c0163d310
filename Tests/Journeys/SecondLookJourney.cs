using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Journeys;

public sealed class SecondLookJourney(PostgresServer postgres)
{
    [Fact]
    public async Task Silos_in_three_regions_agree_before_an_owner_gets_one_mail()
    {
        string[] cluster = [$"--Database:ConnectionString={await postgres.CreateDatabaseAsync()}", "--Cluster:AdvertisedAddress=127.0.0.1"];
        await using var journey = await Journey.BeginAsync([.. cluster, "--Cluster:Region=berlin"]);
        await Task.WhenAll(journey.JoinAsync([.. cluster, "--Cluster:Region=oslo"]), journey.JoinAsync([.. cluster, "--Cluster:Region=paris"]));
        await using var shop = await LocalWebsite.StartAsync();
        await journey.Squirrel.MustAsync("add", shop.Url.Text, "--owner", "team", "--email", "alice@shop.example", "--every", "1s");

        shop.Answer = Answers.Status(503);
        var mail = await journey.Mail.WaitForAsync(mail => mail.Subject.Contains("DOWN", StringComparison.Ordinal));
        mail.Text.ShouldContain("3 of 3 places");

        var incident = (await journey.Squirrel.MustAsync("history", shop.Url.Text, "--json")).Json.GetProperty("incidents").EnumerateArray().Single();
        var sightings = incident.GetProperty("sightings").EnumerateArray().ToArray();
        sightings.Select(sighting => sighting.GetProperty("region").GetString()).Order().ShouldBe(["berlin", "oslo", "paris"]);
        sightings.ShouldAllBe(sighting => sighting.GetProperty("statusCode").GetInt32() == 503);
        (await journey.Squirrel.MustAsync("history", shop.Url.Text)).Output.ShouldContain("seen down from");
        journey.Mail.Messages.Count.ShouldBe(1);
    }
}
