using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Tests.Adapters.Email;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Adapters.Channels;

public sealed class ChatWireTests : WireTest
{
    [Fact]
    public async Task Slack_gets_plain_text_blocks_and_one_link()
    {
        var request = await SendAsync("slack");

        request.Path.ShouldBe("/services/T0/B0/SECRET8");
        ShouldBeJson(request, $$"""
            {"text":"DOWN: Shop (shop.example)","blocks":[
              {"type":"header","text":{"type":"plain_text","text":"DOWN: Shop (shop.example)","emoji":false} },
              {"type":"section","text":{"type":"plain_text","text":"{{Explanation}}","emoji":false} },
              {"type":"section","text":{"type":"mrkdwn","text":"<https://shop.example/>"} },
              {"type":"section","fields":[
                {"type":"plain_text","text":"Down since\n23 Nov 2026 10:02:13 UTC","emoji":false},
                {"type":"plain_text","text":"Confirmed\n23 Nov 2026 10:02:49 UTC, after 3 failed checks in a row","emoji":false},
                {"type":"plain_text","text":"Technical cause\nHTTP 503 Service Unavailable","emoji":false}]}]}
            """);
    }

    [Fact]
    public async Task Discord_gets_an_embed_that_mentions_nobody()
    {
        var request = await SendAsync("discord");

        request.Path.ShouldBe("/api/webhooks/1/SECRET9?wait=true");
        ShouldBeJson(request, """
            {"embeds":[{"title":"DOWN\\: Shop \\(shop.example\\)","url":"https://shop.example/",
              "description":"The server answered, but with an error\\: 503 \\(Service Unavailable\\), after 0.4 s.","color":12986408,"timestamp":"2026-11-23T10:02:49.0000000Z",
              "fields":[{"name":"Down since","value":"23 Nov 2026 10\\:02\\:13 UTC"},
                        {"name":"Confirmed","value":"23 Nov 2026 10\\:02\\:49 UTC, after 3 failed checks in a row"},
                        {"name":"Technical cause","value":"HTTP 503 Service Unavailable"}]}],
             "allowed_mentions":{"parse":[]}}
            """);
    }

    [Fact]
    public async Task Discord_says_in_its_answer_how_long_to_wait()
    {
        Receiver.Answer = Receiver.Json("""{"message":"You are being rate limited.","retry_after":1.5,"global":false}""", 429);

        (await DeliverAsync("discord")).ShouldBe(
            new DeliveryAnswer.TryAgain($"127.0.0.1:{Receiver.Port} answered 429: You are being rate limited.", TimeSpan.FromSeconds(1.5)));
    }

    [Fact]
    public async Task Teams_gets_a_card_of_text_runs()
    {
        var request = await SendAsync("teams", Alerts.Recovery());

        var attachment = request.Json.GetProperty("attachments")[0];
        attachment.GetProperty("contentType").GetString().ShouldBe("application/vnd.microsoft.card.adaptive");
        var card = attachment.GetProperty("content");
        (card.GetProperty("type").GetString(), card.GetProperty("version").GetString()).ShouldBe(("AdaptiveCard", "1.4"));
        card.GetProperty("actions")[0].GetProperty("url").GetString().ShouldBe("https://shop.example/");
        var texts = card.GetProperty("body").EnumerateArray().Select(block => string.Concat(block.GetProperty("inlines").EnumerateArray().Select(run => run.GetProperty("text").GetString())));
        texts.ShouldBe(
        [
            "UP again: Shop (shop.example), down for 4 min 12 s",
            "It was down for 4 minutes 12 seconds, from the first failed check to the first good one.",
            "Address: https://shop.example/",
            "Down from: 23 Nov 2026 10:02:13 UTC",
            "Up again since: 23 Nov 2026 10:06:25 UTC",
            $"What was wrong: {Explanation}",
            "Technical cause: HTTP 503 Service Unavailable",
            "We keep checking every 5 minutes and will write if it goes down again.",
        ]);
    }

    [Fact]
    public async Task Telegram_gets_html()
    {
        Receiver.Answer = Receiver.Json("""{"ok":true,"result":{"message_id":42}}""");

        (await DeliverAsync("telegram", more: ("topic", "7"))).ShouldBe(new DeliveryAnswer.Delivered("Taken over by Telegram.", "42"));

        Receiver.Requests.Single().Path.ShouldBe("/bot110:SECRET11/sendMessage");
        ShouldBeJson(Receiver.Requests.Single(), $$$"""
            {"chat_id":"-100123","message_thread_id":7,"parse_mode":"HTML","link_preview_options":{"is_disabled":true},
             "text":"<b>DOWN: Shop (shop.example)</b>\n\n{{{Explanation}}}\n\nAddress: <a href=\"https://shop.example/\">https://shop.example/</a>\nDown since: 23 Nov 2026 10:02:13 UTC\nConfirmed: 23 Nov 2026 10:02:49 UTC, after 3 failed checks in a row\nTechnical cause: HTTP 503 Service Unavailable\n\nWe keep checking every 5 minutes and will write again as soon as it is back."}
            """);
    }

    [Theory]
    [InlineData(429, """{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 9","parameters":{"retry_after":9}}""", false, 9)]
    [InlineData(400, """{"ok":false,"error_code":400,"description":"Bad Request: chat not found"}""", true, 0)]
    [InlineData(400, """{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded to a supergroup chat","parameters":{"migrate_to_chat_id":-100999}}""", true, 0)]
    [InlineData(403, """{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}""", true, 0)]
    [InlineData(400, """{"ok":false,"error_code":400,"description":"Bad Request: message is too long"}""", false, 0)]
    public async Task Telegrams_answers_are_understood(int status, string body, bool isBroken, int seconds)
    {
        Receiver.Answer = Receiver.Json(body, status);

        var answer = await DeliverAsync("telegram");

        if (seconds > 0)
            answer.ShouldBeOfType<DeliveryAnswer.TryAgain>().After.ShouldBe(TimeSpan.FromSeconds(seconds));
        else
            answer.ShouldBeOfType<DeliveryAnswer.GiveUp>().IsChannelBroken.ShouldBe(isBroken);
    }

    [Fact]
    public async Task Matrix_gets_the_same_transaction_for_a_repeat()
    {
        Receiver.Answer = Receiver.Json("""{"event_id":"$abc"}""");

        (await DeliverAsync("matrix")).ShouldBe(new DeliveryAnswer.Delivered($"Taken over by 127.0.0.1:{Receiver.Port}.", "$abc"));
        await DeliverAsync("matrix");

        var request = Receiver.Requests[0];
        request.Method.ShouldBe("PUT");
        request.Path.ShouldMatch("^/_matrix/client/v3/rooms/%21abc%3Aexample.org/send/m.room.message/[0-9a-f]{32}$");
        Receiver.Requests[1].Path.ShouldBe(request.Path);
        request.Header("authorization").ShouldBe("Bearer syt_SECRET12");
        request.Json.GetProperty("m.mentions").EnumerateObject().ShouldBeEmpty();
        request.Json.GetProperty("body").GetString().ShouldBe($"DOWN: Shop (shop.example)\n\n{Body}\nhttps://shop.example/");
        request.Json.GetProperty("formatted_body").GetString()!.ShouldStartWith("<strong>DOWN: Shop (shop.example)</strong><br>The server answered");
    }

    [Fact]
    public async Task Matrix_says_in_its_answer_how_long_to_wait()
    {
        Receiver.Answer = Receiver.Json("""{"errcode":"M_LIMIT_EXCEEDED","error":"Too many requests","retry_after_ms":2500}""", 429);

        (await DeliverAsync("matrix")).ShouldBeOfType<DeliveryAnswer.TryAgain>().After.ShouldBe(TimeSpan.FromSeconds(2.5));
        Problems("matrix", ("room", "#name:example.org")).ShouldBe(["'room' is not the id of a room: expected !…, not the #name."]);
    }
}
