using System.Net;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Support.Web;
using UptimeSquirrel.Tests.Web.Support;

namespace UptimeSquirrel.Tests.Web.Api;

public sealed class IncidentApiTests(WebHouse house) : ApiTest(house)
{
    [Fact]
    public async Task An_outage_is_listed_taken_on_muted_and_over()
    {
        await using var site = await LocalWebsite.StartAsync();
        site.Answer = Answers.Status(503);
        var (http, owner) = (await KeyAsync(), NewName("team"));
        var (id, _) = await AddAsync(http, site.Url.Text, owner, new { recheckSeconds = Array.Empty<double>(), successesBeforeUp = 1 });
        (await SendAsync(http, "POST", $"/websites/{id}/check"))["standing"].ShouldBe("down");

        var incident = "";
        await Eventually.HoldsAsync(async () =>
        {
            var open = await SendAsync(http, "GET", $"/incidents?owner={owner}&open=true");
            incident = open.Items("id").SingleOrDefault() ?? "";
            return incident.Length > 0 && (await SendAsync(http, "GET", $"/incidents/{incident}")).Json["telling"] is not null;
        });
        var taken = await SendAsync(http, "POST", $"/incidents/{incident}/acknowledge", new { note = "on it" });
        taken.Json["telling"]!["note"]!.ToString().ShouldBe("on it", taken.Text);
        (await SendAsync(http, "POST", $"/incidents/{incident}/mute", new { seconds = 5 })).Mistake("seconds").ShouldNotBeNull();
        (await SendAsync(http, "POST", $"/incidents/{incident}/mute", new { seconds = 3600 })).Json["telling"]!["mutedUntil"].ShouldNotBeNull();
        (await SendAsync(http, "POST", $"/incidents/{incident}/unmute")).Json["telling"]!["mutedUntil"].ShouldBeNull();
        (await SendAsync(http, "GET", $"/owners/{owner}")).Json["outages"]!.AsArray().Count.ShouldBe(1);

        site.Answer = Answers.Ok;
        (await SendAsync(http, "POST", $"/websites/{id}/check"))["standing"].ShouldBe("up");
        await Eventually.HoldsAsync(async () => (await SendAsync(http, "GET", $"/incidents?owner={owner}&open=false")).Items("id").Contains(incident));
        (await SendAsync(http, "GET", "/incidents/nothing")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
