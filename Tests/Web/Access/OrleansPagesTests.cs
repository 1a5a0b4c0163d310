using System.Net;
using UptimeSquirrel.Tests.Web.Support;

namespace UptimeSquirrel.Tests.Web.Access;

/// <summary>The dashboard of Orleans, for those who run the silos.</summary>
public sealed class OrleansPagesTests(WebHouse house)
{
    [Fact]
    public async Task Administrators_see_it_and_nobody_sees_what_reads_every_reminder_or_shows_secrets()
    {
        using var administrator = await house.SignedInAsync();
        using var viewer = await house.SignedInAsync("viewer");
        using var boundAdministrator = await house.SignedInAsync("administrator", "team");
        using var stranger = await house.StrangerAsync();

        (await administrator.OpenAsync("/orleans/")).Body.ShouldContain("Orleans");
        (await administrator.OpenAsync("/orleans/DashboardCounters")).Status.ShouldBe(HttpStatusCode.OK);
        foreach (var closed in (string[])["/orleans/Reminders", "/orleans/Reminders/2", "/orleans/reminders", "/orleans/GrainState?grainId=1&grainType=x", "/orleans/Trace"])
            (await administrator.OpenAsync(closed)).Status.ShouldBe(HttpStatusCode.Forbidden, closed);
        foreach (var other in (Browser[])[viewer, boundAdministrator])
            (await other.OpenAsync("/orleans/DashboardCounters")).Status.ShouldNotBe(HttpStatusCode.OK);
        (await stranger.OpenAsync("/orleans/")).Path.ShouldStartWith("/sign-in");
    }
}
