using System.Net;
using System.Text.RegularExpressions;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Journeys;

/// <summary>An outage that goes on: somebody is reminded, acknowledges with the link in the mail, hears no more, and is told the end.</summary>
public sealed partial class MomentJourney
{
    [Fact]
    public async Task The_link_in_a_mail_acknowledges_only_when_its_button_is_pressed()
    {
        await using var journey = await Journey.BeginAsync("--Alerts:Reminders=3s", "--Alerts:PublicUrl=http://monitor.example/squirrel/");
        await using var shop = await LocalWebsite.StartAsync();
        await journey.Squirrel.MustAsync("add", shop.Url.Text, "--owner", "team", "--email", "alice@shop.example", "--name", "Shop", "--every", "1s");
        shop.Answer = Answers.Status(503, "Service Unavailable");
        var reminder = await journey.Mail.WaitForAsync(mail => mail.Subject.StartsWith("STILL DOWN", StringComparison.Ordinal));
        var links = Link().Matches(reminder.Text).Select(match => $"http://127.0.0.1:{journey.Silo.HttpPort}{match.Groups["path"].Value}").ToList();
        links.Count.ShouldBe(2);

        using var http = new HttpMessageInvoker(new SocketsHttpHandler());
        (await AskAsync(http, HttpMethod.Get, links[0])).Body.ShouldContain("<form method=\"post\">");
        (await StatusAsync(journey)).GetProperty("acknowledged").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        var cut = await AskAsync(http, HttpMethod.Post, links[0][..^6]);
        cut.Status.ShouldBe(HttpStatusCode.BadRequest);
        cut.Body.ShouldContain("This link does not work.");
        var done = await AskAsync(http, HttpMethod.Post, links[0]);
        done.Status.ShouldBe(HttpStatusCode.OK);
        done.Body.ShouldContain("acknowledged");

        (await StatusAsync(journey)).GetProperty("acknowledged").GetProperty("by").GetString().ShouldBe("alice@shop.example");
        (await journey.Squirrel.MustAsync("owner", "show", "team")).Output.ShouldContain("acknowledged by alice@shop.example");
        (await StatusAsync(journey)).GetProperty("nextReminderAt").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        var reminders = Reminders(journey);

        shop.Answer = Answers.Ok;
        var back = await journey.Mail.WaitForAsync(mail => mail.Subject.StartsWith("UP again: Shop", StringComparison.Ordinal));
        back.Text.ShouldContain("It was down for");
        Reminders(journey).ShouldBe(reminders);
        await journey.StandsAsync(shop.Url.Text, "up");
        (await AskAsync(http, HttpMethod.Post, links[1])).Status.ShouldBe(HttpStatusCode.Gone);
        (await journey.Squirrel.RunAsync("ack", shop.Url.Text)).Errors.Trim().ShouldBe($"{shop.Url.Text} is not down: there is nothing to change.");
    }

    [Fact]
    public async Task What_a_person_types_for_the_right_moment_is_taken_and_shown()
    {
        await using var journey = await Journey.BeginAsync("--Channels:AllowedPrivateNetworks=127.0.0.0/8");
        await using var shop = await LocalWebsite.StartAsync();
        await using var receiver = Receiver.Start();
        shop.Answer = Answers.Status(503);
        await journey.Squirrel.MustAsync("owner", "quiet", "set", "team", "--from", "22:00", "--to", "07:00", "--zone", "Europe/Berlin", "--days", "mon-fri");
        await journey.Squirrel.MustAsync("owner", "channel", "add", "team", "ntfy", "--set", "topic=alerts", "--set", $"url={receiver.Url}", "--after", "10m", "--only", "critical");
        (await journey.Squirrel.MustAsync("owner", "show", "team")).Output.ShouldContain("22:00 to 07:00 Europe/Berlin, beginning on mon, tue, wed, thu, fri; outages do not wait");
        (await journey.Squirrel.MustAsync("owner", "channel", "list", "team")).Output.ShouldContain("critical, after 10m");
        (await journey.Squirrel.RunAsync("owner", "quiet", "set", "team", "--from", "22:00", "--to", "07:00", "--zone", "Berlin")).Errors.Trim()
            .ShouldBe("'Berlin' is not a time zone: expected an IANA name such as Europe/Berlin or UTC.");

        (await journey.Squirrel.RunAsync("owner", "template", "set", "team", "email", "--body", "{% if several %}x")).Errors.Trim()
            .ShouldBe("The body cannot be read. Line 1, column 18: '{% endif %}' was expected.");
        await journey.Squirrel.MustAsync("owner", "template", "set", "team", "email", "--body", $"@{journey.Write("mail.liquid", "Call Anna.\n{{ explanation }}\n")}");
        (await journey.Squirrel.MustAsync("owner", "template", "test", "team", "email")).Output.ShouldContain("== several alerts together\n3 websites down since 10:02 UTC\n\nCall Anna.\n");

        await journey.Squirrel.MustAsync("add", shop.Url.Text, "--owner", "team", "--email", "alice@shop.example", "--every", "1s");
        var down = await journey.Mail.WaitForAsync(mail => mail.Subject.StartsWith("DOWN", StringComparison.Ordinal));
        down.Text.ShouldStartWith("Call Anna.");
        down.Text.ShouldNotContain("/act/", Case.Sensitive, "No address is configured for links.");
        (await journey.Squirrel.MustAsync("mute", shop.Url.Text, "--for", "2h")).Output.ShouldContain("is muted until");
        (await journey.Squirrel.MustAsync("unmute", shop.Url.Text)).Output.ShouldContain("is not muted");
        (await journey.Squirrel.MustAsync("ack", shop.Url.Text, "--by", "anna", "--note", "on it")).Output.ShouldContain("is acknowledged by anna");
        receiver.Requests.ShouldBeEmpty();
        (await journey.Squirrel.MustAsync("owner", "quiet", "off", "team")).Output.ShouldContain("'team' has no quiet hours.");
    }

    private static int Reminders(Journey journey) => journey.Mail.Messages.Count(mail => mail.Subject.StartsWith("STILL DOWN", StringComparison.Ordinal));

    private static async Task<System.Text.Json.JsonElement> StatusAsync(Journey journey) =>
        (await journey.Squirrel.MustAsync("owner", "show", "team", "--json")).Json.GetProperty("openIncidents")[0];

    private static async Task<(HttpStatusCode Status, string Body)> AskAsync(HttpMessageInvoker http, HttpMethod method, string url)
    {
        using var request = new HttpRequestMessage(method, url);
        using var response = await http.SendAsync(request, CancellationToken.None);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("http://monitor\\.example/squirrel(?<path>/act/\\S+)")]
    private static partial Regex Link();
}
