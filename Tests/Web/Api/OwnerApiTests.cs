using System.Net;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Support;
using UptimeSquirrel.Tests.Web.Support;

namespace UptimeSquirrel.Tests.Web.Api;

public sealed class OwnerApiTests(WebHouse house) : ApiTest(house)
{
    [Fact]
    public async Task An_owner_gets_addresses_quiet_hours_and_reports()
    {
        var (http, owner) = (await KeyAsync(), NewName("team"));
        var etag = (await SendAsync(http, "GET", $"/owners/{owner}")).ETag!;
        var mails = await SendAsync(http, "PUT", $"/owners/{owner}/emails", new { emails = new[] { "alice@shop.test" } }, ("If-Match", etag));
        mails.Status.ShouldBe(HttpStatusCode.OK, mails.Text);
        (await SendAsync(http, "PUT", $"/owners/{owner}/emails", new { emails = Array.Empty<string>() }, ("If-Match", etag))).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        var quiet = await SendAsync(http, "PUT", $"/owners/{owner}/quiet-hours", new { from = "22:00", to = "07:00", zone = "Europe/Berlin", days = new[] { "monday" } }, ("If-Match", mails.ETag!));
        quiet.Json["quietHours"]!["days"]![0]!.ToString().ShouldBe("monday", quiet.Text);
        (await SendAsync(http, "PUT", $"/owners/{owner}/quiet-hours", new { from = "22:00", to = "07:00", zone = "Atlantis" }, ("If-Match", quiet.ETag!))).Mistake("quiet-hours").ShouldNotBeNull();
        var report = await SendAsync(http, "PUT", $"/owners/{owner}/report", new { period = "weekly", zone = "UTC" }, ("If-Match", quiet.ETag!));
        report.Json["report"]!["period"]!.ToString().ShouldBe("weekly");
        (await SendAsync(http, "DELETE", $"/owners/{owner}/quiet-hours", null, ("If-Match", "*"))).Json["quietHours"].ShouldBeNull();
        await Eventually.HoldsAsync(async () => (await SendAsync(http, "GET", $"/owners?search={owner}")).Items("id").SequenceEqual([owner]));
    }

    [Fact]
    public async Task How_long_alerts_are_gathered_is_set_judged_and_taken_back()
    {
        var (http, owner) = (await KeyAsync(), NewName("team"));
        var place = $"/owners/{owner}/digest-window";
        var before = await SendAsync(http, "GET", $"/owners/{owner}");
        (before.Json["digestWindowSeconds"], before["usualDigestWindowSeconds"]).ShouldBe((null, "20"));

        var set = await SendAsync(http, "PUT", place, new { seconds = 60 }, ("If-Match", before.ETag!));
        (set["digestWindowSeconds"], set.ETag).ShouldNotBe(("60", before.ETag));
        (set["digestWindowSeconds"], set["usualDigestWindowSeconds"]).ShouldBe(("60", "20"), set.Text);
        (await SendAsync(http, "PUT", place, new { seconds = 0 }, ("If-Match", before.ETag!))).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await SendAsync(http, "PUT", place, new { seconds = 301 }, ("If-Match", "*"))).Mistake("digest-window").ShouldBe("Alerts cannot be gathered for 301s: expected 0s to 5m.");
        (await SendAsync(http, "PUT", place, new { seconds = 1e300 }, ("If-Match", "*"))).Mistake("seconds").ShouldNotBeNull();
        (await SendAsync(http, "PUT", place, new { }, ("If-Match", "*"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await SendAsync(http, "PUT", place, new { seconds = 0 }, ("If-Match", "*")))["digestWindowSeconds"].ShouldBe("0");
        (await SendAsync(http, "DELETE", place, null, ("If-Match", "*"))).Json["digestWindowSeconds"].ShouldBeNull();
    }

    [Fact]
    public async Task Messages_are_given_other_words_shown_and_given_the_usual_ones_again()
    {
        var (http, owner) = (await KeyAsync(), NewName("team"));
        var place = $"/owners/{owner}/templates/ntfy";
        (await SendAsync(http, "GET", place)).Status.ShouldBe(HttpStatusCode.NotFound);

        var preview = await SendAsync(http, "POST", place + "/preview", new { subject = "[shop] {{ subject }}" });
        preview.Json.AsArray().Select(one => one!["subject"]!.ToString()).ShouldAllBe(subject => subject.StartsWith("[shop] "));
        (await SendAsync(http, "GET", $"/owners/{owner}/templates")).Json.AsArray().ShouldBeEmpty();

        (await SendAsync(http, "PUT", place, new { subject = "[shop] {{ subject }}" }))["subject"].ShouldBe("[shop] {{ subject }}");
        (await SendAsync(http, "GET", place)).Json["body"].ShouldBeNull();
        (await SendAsync(http, "PUT", place, new { body = "{{ nothing_of_ours }}" })).Mistake("template")!.ShouldContain("nothing_of_ours");
        (await SendAsync(http, "PUT", $"/owners/{owner}/templates/pigeon", new { body = "x" })).Mistake("template")!.ShouldContain("pigeon");
        (await SendAsync(http, "GET", $"/owners/{owner}/templates")).Json.AsArray().Select(one => one!["subject"]!.ToString()).ShouldBe(["[shop] {{ subject }}"]);

        (await SendAsync(http, "DELETE", place)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await SendAsync(http, "DELETE", place)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Of_many_who_change_an_owner_they_all_read_one_is_first_and_the_others_are_told()
    {
        var (http, owner) = (await KeyAsync(), NewName("team"));
        var etag = (await SendAsync(http, "GET", $"/owners/{owner}")).ETag!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i =>
            SendAsync(http, "PUT", $"/owners/{owner}/emails", new { emails = new[] { $"number{i}@shop.test" } }, ("If-Match", etag))));

        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(answer => answer.Status == HttpStatusCode.PreconditionFailed).ShouldBe(11);
    }

    [Fact]
    public async Task A_channel_is_added_tested_and_removed()
    {
        var (http, owner) = (await KeyAsync(), NewName("team"));
        (await SendAsync(http, "GET", "/channel-kinds")).Text.ShouldContain("ntfy");
        (await SendAsync(http, "POST", $"/owners/{owner}/channels", new { kind = "ntfy", settings = new { } })).Mistake("settings").ShouldNotBeNull();
        var added = await SendAsync(http, "POST", $"/owners/{owner}/channels", new { kind = "ntfy", settings = new { topic = "squirrel", url = "http://127.0.0.1:9" }, afterSeconds = 600 });
        added.Status.ShouldBe(HttpStatusCode.Created, added.Text);
        (await SendAsync(http, "POST", $"/owners/{owner}/test")).Json[0]!["outcome"]!.ToString().ShouldBeOneOf("tryAgain", "gaveUp");
        (await SendAsync(http, "DELETE", $"/owners/{owner}/channels/{added["id"]}")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await SendAsync(http, "DELETE", $"/owners/{owner}/channels/{added["id"]}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_channel_is_shown_and_changed_and_keeps_its_id()
    {
        var (http, owner) = (await KeyAsync(), NewName("team"));
        var added = await SendAsync(http, "POST", $"/owners/{owner}/channels", new { kind = "ntfy", settings = new { topic = "squirrel" }, afterSeconds = 600 });
        var place = $"/owners/{owner}/channels/{added["id"]}";
        added.Location.ShouldBe("/api/v1" + place);
        var etag = (await SendAsync(http, "GET", $"/owners/{owner}")).ETag;

        (await SendAsync(http, "PUT", place, new { settings = new { } })).Mistake("settings").ShouldNotBeNull();
        (await SendAsync(http, "PUT", place, new { settings = new { topic = "acorn" }, only = "whatever" })).Mistake("settings").ShouldNotBeNull();
        var changed = await SendAsync(http, "PUT", place, new { settings = new { topic = "acorn" }, only = "critical" });

        (changed["id"], changed.Json["afterSeconds"], changed["only"]).ShouldBe((added["id"], null, "critical"), changed.Text);
        (await SendAsync(http, "GET", place)).Text.ShouldBe(changed.Text);
        (await SendAsync(http, "GET", $"/owners/{owner}")).ETag.ShouldNotBe(etag);
        (await SendAsync(http, "PUT", $"/owners/{owner}/channels/nothing", new { settings = new { topic = "acorn" } })).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task New_websites_start_with_their_owners_defaults()
    {
        var (http, owner) = (await KeyAsync(), NewName("team"));
        (await SendAsync(http, "PATCH", $"/owners/{owner}/defaults", new { intervalSeconds = 600, keyword = "x" })).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await SendAsync(http, "PATCH", $"/owners/{owner}/defaults", new { intervalSeconds = 600 }))["intervalSeconds"].ShouldBe("600");
        var (id, _) = await AddAsync(http, "https://defaults.test", owner);
        (await SendAsync(http, "GET", $"/websites/{id}")).Json["settings"]!["intervalSeconds"]!.GetValue<double>().ShouldBe(600);
    }

    [Fact]
    public async Task Maintenance_is_planned_and_called_off()
    {
        var (http, owner) = (await KeyAsync(), NewName("team"));
        var added = await SendAsync(http, "POST", $"/owners/{owner}/maintenance", new { cron = "0 2 * * SUN", lengthSeconds = 3600, zone = "Europe/Berlin" });
        added.Status.ShouldBe(HttpStatusCode.Created, added.Text);
        added.Json["next"]!["from"].ShouldNotBeNull();
        (await SendAsync(http, "POST", $"/owners/{owner}/maintenance", new { cron = "whenever", lengthSeconds = 3600 })).Mistake("window").ShouldNotBeNull();
        (await SendAsync(http, "GET", $"/owners/{owner}/maintenance")).Json.AsArray().Count.ShouldBe(1);
        (await SendAsync(http, "GET", added.Location!["/api/v1".Length..]))["cron"].ShouldBe("0 2 * * SUN");
        (await SendAsync(http, "DELETE", $"/owners/{owner}/maintenance/{added["id"]}")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await SendAsync(http, "DELETE", $"/owners/{owner}/maintenance/{added["id"]}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_owner_is_removed_who_has_nothing_any_more()
    {
        var (http, admin, owner) = (await KeyAsync(), await KeyAsync("administrator"), NewName("leaving"));
        (await SendAsync(http, "DELETE", $"/owners/{owner}", null, ("If-Match", "*"))).Status.ShouldBe(HttpStatusCode.NotFound);
        var (website, _) = await AddAsync(http, $"https://{owner}.test/", owner, new { intervalSeconds = 86400 });
        await SendAsync(http, "POST", $"/owners/{owner}/channels", new { kind = "ntfy", settings = new { topic = "leaving" } });
        var etag = (await SendAsync(http, "GET", $"/owners/{owner}")).ETag!;

        (await SendAsync(http, "DELETE", $"/owners/{owner}")).Status.ShouldBe(HttpStatusCode.PreconditionRequired);
        (await SendAsync(http, "DELETE", $"/owners/{owner}", null, ("If-Match", "\"other\""))).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        var bound = await SendAsync(http, "DELETE", $"/owners/{owner}", null, ("If-Match", etag));
        bound.Status.ShouldBe(HttpStatusCode.Conflict);
        bound["detail"].ShouldBe($"'{owner}' cannot be removed: 1 website still belongs to it. First remove the websites.");
        await SendAsync(http, "DELETE", $"/websites/{website}");

        (await SendAsync(http, "DELETE", $"/owners/{owner}", null, ("If-Match", etag))).Status.ShouldBe(HttpStatusCode.NoContent);
        (await SendAsync(http, "GET", $"/owners?search={owner}")).Items("id").ShouldBeEmpty();
        (await SendAsync(http, "DELETE", $"/owners/{owner}", null, ("If-Match", etag))).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await SendAsync(http, "DELETE", $"/owners/{owner}", null, ("If-Match", "*"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await SendAsync(admin, "GET", $"/audit?subject={owner}")).Items("what").ShouldBe(["owner.remove"]);
    }

    [Theory]
    [InlineData(3, 0, 0, 0, "'team' cannot be removed: 3 websites still belong to it. First remove the websites.")]
    [InlineData(1, 2, 1, 1, "'team' cannot be removed: 1 website, 2 status pages, 1 API key and 1 user still belong to it. First remove the websites, remove the status pages or make them another owner's, revoke the keys, remove the users or bind them to another owner.")]
    public void It_is_said_what_keeps_an_owner_and_what_to_do(int websites, int pages, int keys, int users, string expected) =>
        new OwnerBonds(websites, pages, keys, users).Explain(OwnerId.Parse("team")).ShouldBe(expected);
}
