using UptimeSquirrel.Grains.Owners.Bundles;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Tests.Adapters.Email;

namespace UptimeSquirrel.Tests.Adapters.Channels;

/// <summary>What arrives at the other side when several alerts are told together.</summary>
public sealed class BundleWireTests : WireTest
{
    public static TheoryData<string> Kinds => ChannelCases.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task Ten_thousand_alerts_make_no_long_message(string kind)
    {
        var most = Math.Min(Kind(kind).AlertsPerMessage, 10_000);

        var request = await SendAsync(kind, new Bundle([.. Down(most)]));

        request.Body.Length.ShouldBeLessThan(kind == "webhook" ? 200_000 : 8_000);
    }

    [Fact]
    public async Task A_webhook_gets_a_list_of_the_alerts_each_as_it_would_come_alone()
    {
        var request = await SendAsync("webhook", new Bundle([.. Down(2)]));

        var json = request.Json;
        json.GetProperty("type").GetString().ShouldBe("bundle");
        json.GetProperty("id").GetString().ShouldStartWith("bundle-");
        request.Header("webhook-id").ShouldBe(json.GetProperty("id").GetString());
        json.GetProperty("subject").GetString().ShouldBe("2 websites down since 10:02 UTC");
        json.TryGetProperty("website", out _).ShouldBeFalse();
        json.TryGetProperty("incident", out _).ShouldBeFalse();
        var alone = await SendAsync("webhook", Down(1).Single());
        json.GetProperty("alerts").EnumerateArray().Select(alert => alert.GetRawText()).First().ShouldBe(alone.Json.GetRawText());
        json.GetProperty("alerts").GetArrayLength().ShouldBe(2);
        alone.Json.TryGetProperty("alerts", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Slack_shows_ten_names_and_that_there_are_more()
    {
        var request = await SendAsync("slack", new Bundle([.. Down(37)]));

        var sections = request.Json.GetProperty("blocks").EnumerateArray().Where(block => block.TryGetProperty("fields", out _)).Select(block => block.GetProperty("fields")).ToArray();
        sections.Select(fields => fields.GetArrayLength()).ShouldBe([10, 1]);
        sections[1][0].GetProperty("text").GetString().ShouldBe("And\n27 more; 'squirrel alerts' lists each");
    }

    [Fact]
    public async Task A_text_message_says_how_many_and_where()
    {
        var request = await SendAsync("sms-twilio", new Bundle([.. Down(37)]));

        request.Form["Body"].ShouldBe("37 websites down since 10:02 UTC. All with bad status.");
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Only_on_call_services_get_each_alert_alone(string kind) => (Kind(kind).AlertsPerMessage == 1).ShouldBe(kind is "pagerduty" or "opsgenie");

    private static IEnumerable<Alert> Down(int count) => Enumerable.Range(1, count).Select(number => Alerts.Outage($"Shop {number}", $"https://shop{number}.example/"));
}
