using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Tests.Adapters.Email;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Adapters.Channels;

public sealed class PushWireTests : WireTest
{
    [Fact]
    public async Task Ntfy_gets_title_priority_tag_and_link()
    {
        var request = await SendAsync("ntfy");

        (request.Method, request.Path).ShouldBe(("POST", "/"));
        request.Header("authorization").ShouldBe("Bearer tk_SECRET2");
        ShouldBeJson(request, $$"""
            {"topic":"topicSECRET1","title":"DOWN: Shop (shop.example)","message":{{Quoted(Body)}},"priority":5,"tags":["rotating_light"],"click":"https://shop.example/"}
            """);
        (await SendAsync("ntfy", Alerts.Recovery())).Json.GetProperty("tags")[0].GetString().ShouldBe("white_check_mark");
    }

    [Fact]
    public async Task What_ntfy_calls_the_message_is_kept()
    {
        Receiver.Answer = Receiver.Json("""{"id":"xE73Iyuabi","event":"message"}""");

        (await DeliverAsync("ntfy")).ShouldBe(new DeliveryAnswer.Delivered($"Taken over by 127.0.0.1:{Receiver.Port}.", "xE73Iyuabi"));
    }

    [Fact]
    public async Task Gotify_gets_the_message_as_plain_text()
    {
        var request = await SendAsync("gotify");

        (request.Method, request.Path, request.Header("x-gotify-key")).ShouldBe(("POST", "/message", "appSECRET3"));
        ShouldBeJson(request, $$$"""
            {"title":"DOWN: Shop (shop.example)","message":{{{Quoted(Body)}}},"priority":8,
             "extras":{"client::display":{"contentType":"text/plain"},"client::notification":{"click":{"url":"https://shop.example/"} } } }
            """);
    }

    [Fact]
    public async Task Pushover_gets_a_form_and_its_receipt_is_kept()
    {
        Receiver.Answer = Receiver.Json("""{"status":1,"request":"647d2300-702c-4b38-8b2f-d56326ae460b","receipt":"rAbC123"}""");

        (await DeliverAsync("pushover", more: ("down-priority", "2"))).ShouldBe(new DeliveryAnswer.Delivered("Taken over by Pushover.", "rAbC123"));

        var request = Receiver.Requests.Single();
        (request.Method, request.Path, request.Header("content-type")).ShouldBe(("POST", "/1/messages.json", "application/x-www-form-urlencoded"));
        request.Form.ShouldBe(new Dictionary<string, string>
        {
            ["token"] = "tokenSECRET5",
            ["user"] = "userSECRET4",
            ["title"] = "DOWN: Shop (shop.example)",
            ["message"] = Body,
            ["url"] = "https://shop.example/",
            ["priority"] = "2",
            ["retry"] = "60",
            ["expire"] = "3600",
            ["timestamp"] = "1795428169",
        }, ignoreOrder: true);
    }

    [Fact]
    public async Task Pushover_is_not_alarmed_by_a_recovery()
    {
        var form = (await SendAsync("pushover", Alerts.Recovery(), ("down-priority", "2"))).Form;

        form["priority"].ShouldBe("0");
        form.Keys.ShouldNotContain("retry");
    }

    [Fact]
    public async Task A_user_that_Pushover_does_not_know_breaks_the_channel()
    {
        Receiver.Answer = Receiver.Json("""{"user":"invalid","errors":["user identifier is not a valid user"],"status":0,"request":"5042853c"}""", 400);

        (await DeliverAsync("pushover")).ShouldBeOfType<DeliveryAnswer.GiveUp>().IsChannelBroken.ShouldBeTrue();
        Problems("pushover", ("down-priority", "high")).ShouldBe(["'down-priority' is not a priority: expected -2, -1, 0, 1 or 2."]);
    }
}
