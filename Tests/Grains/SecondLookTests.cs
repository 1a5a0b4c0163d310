using UptimeSquirrel.History;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Web;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Grains;

/// <summary>Several silos that see different things. One failed look is enough to ask the others, and one good one.</summary>
public sealed class SecondLookTests(PostgresServer postgres) : IAsyncLifetime
{
    private LocalWebsite _up = null!;
    private LocalWebsite _broken = null!;

    public async ValueTask InitializeAsync()
    {
        (_up, _broken) = (await LocalWebsite.StartAsync(), await LocalWebsite.StartAsync());
        _broken.Answer = Answers.Status(503);
    }

    public async ValueTask DisposeAsync()
    {
        await _up.DisposeAsync();
        await _broken.DisposeAsync();
    }

    [Fact]
    public async Task Three_silos_see_a_website_down_and_the_incident_and_the_mail_say_from_where()
    {
        await using var house = await OpenAsync(3);
        var website = await house.WatchAsync(_broken.Url);

        var status = await website.CheckNowAsync();

        status!.Standing.ShouldBe(Standing.Down);
        var home = await house.HomeOfAsync(website);
        var incident = await IncidentAsync(house, seen => seen.Sightings.Count == 3);
        incident.Sightings.ShouldAllBe(sighting => sighting.StatusCode == 503 && !sighting.IsHealthy && sighting.At == house.Clock.GetUtcNow());
        incident.Sightings.Select(sighting => sighting.Silo).Order().ShouldBe(house.Silos.Order());
        incident.Sightings.ShouldAllBe(sighting => sighting.Region == GrainHouse.RegionOf(sighting.Silo));
        incident.Sightings[0].Silo.ShouldBe(home);
        (await house.Mail.WaitForMailAsync(1))[0].Text.ShouldContain("3 of 3 places");
    }

    [Fact]
    public async Task A_website_that_two_of_three_see_up_is_nobodys_news_and_up_again_when_our_path_heals()
    {
        await using var house = await OpenAsync(3);
        var (website, home) = await WatchAsync(house, _up);
        var since = (await website.GetStatusAsync())!.Since;
        house.Show(_broken, home);
        house.Clock.Advance(TimeSpan.FromMinutes(1));

        var status = (await website.CheckNowAsync())!;
        (status.Standing, status.LastCheck!.StatusCode).ShouldBe((Standing.Suspect, 503));
        status.Sightings.Select(sighting => sighting.IsHealthy).ShouldBe([false, true, true]);

        house.Show(_up, home);
        status = (await website.CheckNowAsync())!;
        (status.Standing, status.Since, status.Sightings.Count).ShouldBe((Standing.Up, since, 0));
        (await house.History.GetLatestIncidentsAsync(null, 10)).ShouldBeEmpty();
        house.Mail.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_against_one_decides_nothing_until_both_see_the_same()
    {
        await using var house = await OpenAsync(2);
        var (website, home) = await WatchAsync(house, _up);
        house.Show(_broken, home);
        (await website.CheckNowAsync())!.Standing.ShouldBe(Standing.Suspect);

        house.Show(_broken, house.Silos);
        house.Clock.Advance(TimeSpan.FromSeconds(30));

        await StandsAsync(website, Standing.Down);
    }

    [Fact]
    public async Task A_website_is_up_again_only_when_most_see_it_up()
    {
        await using var house = await OpenAsync(3);
        var (website, home) = await WatchAsync(house, _broken);
        house.Show(_up, home);

        var status = (await website.CheckNowAsync())!;
        (status.Standing, status.LastCheck!.IsHealthy).ShouldBe((Standing.Down, true));
        status.Sightings.Select(sighting => sighting.IsHealthy).ShouldBe([true, false, false]);

        house.Show(_up, house.Silos);
        (await website.CheckNowAsync())!.Standing.ShouldBe(Standing.Up);
        var incident = await IncidentAsync(house, seen => seen.EndedAt is not null);
        incident.Sightings.Select(sighting => sighting.IsHealthy).ShouldBe([false, false, false, true, true, true]);
        (await house.Mail.WaitForMailAsync(2)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_person_who_asks_is_told_what_every_silo_sees_and_nothing_is_concluded_from_it()
    {
        await using var house = await OpenAsync(3);
        var (website, home) = await WatchAsync(house, _up);
        var others = house.Silos.Except([home]).ToArray();
        house.Show(_broken, others[0]);
        house.Hang(others[1]);

        var looks = (await website.LookFromEverywhereAsync())!;

        looks[0].Silo.ShouldBe(home);
        looks.OrderBy(look => look.Silo).Select(look => (look.Silo, look.Region, look.Seen?.StatusCode)).ShouldBe(
            house.Silos.Order().Select(silo => (silo, GrainHouse.RegionOf(silo), silo == home ? 200 : silo == others[0] ? (int?)503 : null)));
        (await website.GetStatusAsync())!.Standing.ShouldBe(Standing.Up);
        await website.PauseAsync();
        (await website.LookFromEverywhereAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_silo_that_does_not_answer_has_no_vote()
    {
        await using var house = await OpenAsync(3);
        var (website, home) = await WatchAsync(house, _up);
        house.Hang(house.Silos.Except([home]).First());
        house.Show(_broken, [home, house.Silos.Except([home]).Last()]);

        var status = (await website.CheckNowAsync())!;

        status.Standing.ShouldBe(Standing.Down);
        status.Sightings.Select(sighting => sighting.Silo).ShouldBe([home, house.Silos.Except([home]).Last()]);
    }

    [Fact]
    public async Task A_silo_that_none_of_the_others_answers_may_be_cut_off_and_decides_nothing()
    {
        await using var house = await OpenAsync(3);
        var (website, home) = await WatchAsync(house, _up);
        var others = house.Silos.Except([home]).ToArray();
        house.Silence(others);
        house.Show(_broken, home);
        (await website.CheckNowAsync())!.Standing.ShouldBe(Standing.Suspect);
        house.Mail.Messages.ShouldBeEmpty();

        house.Show(_broken, others);
        house.Clock.Advance(TimeSpan.FromSeconds(30));

        await StandsAsync(website, Standing.Down);
    }

    [Fact]
    public async Task A_silo_with_no_other_decides_alone()
    {
        await using var house = await OpenAsync(1);

        var (website, home) = await WatchAsync(house, _broken);

        (await website.GetStatusAsync())!.Standing.ShouldBe(Standing.Down);
        (await IncidentAsync(house, _ => true)).Sightings.Single().Silo.ShouldBe(home);
        (await house.Mail.WaitForMailAsync(1))[0].Text.ShouldNotContain("Confirmed from");
    }

    private async Task<GrainHouse> OpenAsync(short silos) => await GrainHouse.OpenAsync(silos, await postgres.CreateDatabaseAsync());

    /// <summary>A website that was looked at once, and the silo that watches it.</summary>
    private static async Task<(IWebsiteGrain Website, string Home)> WatchAsync(GrainHouse house, LocalWebsite site)
    {
        var website = await house.WatchAsync(site.Url);
        await website.CheckNowAsync();
        return (website, await house.HomeOfAsync(website));
    }

    private static async Task<Incident> IncidentAsync(GrainHouse house, Func<Incident, bool> isIt) =>
        (await Eventually.GetAsync(() => house.History.GetLatestIncidentsAsync(null, 10), seen => seen is [var only] && isIt(only)))[0];

    private static Task StandsAsync(IWebsiteGrain website, Standing standing) =>
        Eventually.GetAsync(async () => (await website.GetStatusAsync())!.Standing, seen => seen == standing);
}
