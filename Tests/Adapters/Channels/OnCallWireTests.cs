using System.Security.Cryptography;
using System.Text;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Owners;
using UptimeSquirrel.Quieting;
using UptimeSquirrel.Tests.Adapters.Email;
using UptimeSquirrel.Tests.Moments;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Adapters.Channels;

public sealed class OnCallWireTests : WireTest
{
    private static readonly string _incident = Alerts.Outage().IncidentId;

    [Fact]
    public async Task PagerDuty_opens_an_incident_and_resolves_the_same()
    {
        Receiver.Answer = Receiver.Json($$"""{"status":"success","message":"Event processed","dedup_key":"{{_incident}}"}""", 202);

        (await DeliverAsync("pagerduty")).ShouldBe(new DeliveryAnswer.Delivered("Taken over by PagerDuty.", _incident));
        await DeliverAsync("pagerduty", Alerts.Recovery());

        Receiver.Requests[0].Path.ShouldBe("/v2/enqueue");
        ShouldBeJson(Receiver.Requests[0], $$"""
            {"routing_key":"routingSECRET13","event_action":"trigger","dedup_key":"{{_incident}}","client":"UptimeSquirrel",
             "payload":{"summary":"DOWN: Shop (shop.example)","source":"shop.example","severity":"critical","timestamp":"2026-11-23T10:02:49.0000000Z",
               "custom_details":{"Explanation":"{{Explanation}}","Address":"https://shop.example/","Down since":"23 Nov 2026 10:02:13 UTC",
                 "Confirmed":"23 Nov 2026 10:02:49 UTC, after 3 failed checks in a row","Technical cause":"HTTP 503 Service Unavailable"} },
             "links":[{"href":"https://shop.example/","text":"The website"}]}
            """);
        var resolve = Receiver.Requests[1].Json;
        resolve.GetProperty("event_action").GetString().ShouldBe("resolve");
        resolve.GetProperty("dedup_key").GetString().ShouldBe(_incident);
    }

    [Fact]
    public async Task A_routing_key_that_PagerDuty_does_not_know_breaks_the_channel()
    {
        Receiver.Answer = Receiver.Json("""{"status":"invalid event","message":"Event object is invalid","errors":["Invalid routing key"]}""", 400);

        (await DeliverAsync("pagerduty")).ShouldBeOfType<DeliveryAnswer.GiveUp>().IsChannelBroken.ShouldBeTrue();
    }

    [Fact]
    public async Task Opsgenie_creates_an_alert_and_closes_the_same()
    {
        Receiver.Answer = Receiver.Json("""{"result":"Request will be processed","took":0.3,"requestId":"43a29c5c"}""", 202);

        (await DeliverAsync("opsgenie")).ShouldBe(new DeliveryAnswer.Delivered("Taken over by Opsgenie.", "43a29c5c"));
        await DeliverAsync("opsgenie", Alerts.Recovery());

        var create = Receiver.Requests[0];
        (create.Path, create.Header("authorization")).ShouldBe(("/v2/alerts", "GenieKey genieSECRET14"));
        create.Json.GetProperty("alias").GetString().ShouldBe(_incident);
        create.Json.GetProperty("message").GetString().ShouldBe("DOWN: Shop (shop.example)");
        create.Json.GetProperty("priority").GetString().ShouldBe("P1");
        Receiver.Requests[1].Path.ShouldBe($"/v2/alerts/{Uri.EscapeDataString(_incident)}/close?identifierType=alias");
        ShouldBeJson(Receiver.Requests[1], """{"source":"UptimeSquirrel","note":"UP again: Shop (shop.example), down for 4 min 12 s"}""");
    }

    [Fact]
    public async Task An_incident_that_began_as_flapping_is_closed_when_the_website_is_back()
    {
        var told = MomentCases.Utc("2026-11-23 10:00");
        var flapping = MomentCases.Down(told) with { Kind = AlertKind.StartedFlapping, Flapping = new FlappingFacts(told.AddMinutes(-40), 3) };
        var lastOutage = MomentCases.Down(told.AddMinutes(15), incident: 8);
        var owner = new OwnerState { Channels = [MomentCases.Channel("pagerduty-1")] };
        Outbox.Accept(owner, flapping, told);
        Outbox.Accept(owner, MomentCases.Back(told.AddHours(2), lastOutage), told.AddHours(2));

        foreach (var kind in (string[])["pagerduty", "opsgenie"])
            foreach (var waiting in owner.Waiting)
                await DeliverAsync(kind, waiting.Alert);

        Receiver.Requests[1].Json.GetProperty("event_action").GetString().ShouldBe("resolve");
        Receiver.Requests[1].Json.GetProperty("dedup_key").GetString().ShouldBe(Receiver.Requests[0].Json.GetProperty("dedup_key").GetString());
        Receiver.Requests[3].Path.ShouldBe($"/v2/alerts/{Receiver.Requests[2].Json.GetProperty("alias").GetString()}/close?identifierType=alias");
    }

    [Fact]
    public async Task A_webhook_gets_the_documented_json()
    {
        var request = await SendAsync("webhook");

        request.Path.ShouldBe("/hook/SECRET6");
        request.Header("idempotency-key").ShouldBe(Alerts.Outage().Id);
        ShouldBeJson(request, $$"""
            {"id":"{{Alerts.Outage().Id}}","type":"down","severity":"critical","decidedAt":"2026-11-23T10:02:49+00:00",
             "subject":"DOWN: Shop (shop.example)","headline":"Shop is down.","explanation":"{{Explanation}}",
             "website":{"id":"{{Alerts.Outage().Website}}","url":"https://shop.example/","name":"Shop"},
             "incident":{"id":"{{_incident}}","startedAt":"2026-11-23T10:02:13+00:00","failedChecks":3,
               "reason":"{{Explanation}}","cause":"HTTP 503 Service Unavailable"} }
            """);
    }

    // By the rules of the Standard Webhooks specification, as a receiver would check it.
    [Theory]
    [InlineData("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    [InlineData("any words", "YW55IHdvcmRz")]
    public async Task A_webhook_can_be_verified(string secret, string keyInBase64)
    {
        var request = await SendAsync("webhook", more: [("secret", secret), ("token", "abc")]);

        var content = $"{request.Header("webhook-id")}.{request.Header("webhook-timestamp")}.{request.Text}";
        var expected = HMACSHA256.HashData(Convert.FromBase64String(keyInBase64), Encoding.UTF8.GetBytes(content));
        request.Header("webhook-signature").ShouldBe("v1," + Convert.ToBase64String(expected));
        request.Header("webhook-timestamp").ShouldBe(Alerts.Now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
        request.Header("authorization").ShouldBe("Bearer abc");
        Problems("webhook", ("secret", "whsec_???")).ShouldBe(["'secret' begins with whsec_, but what follows is not base64."]);
    }
}
