using UptimeSquirrel.Adapters.Channels.Sms;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Tests.Adapters.Email;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Adapters.Channels;

public sealed class SmsWireTests : WireTest
{
    [Fact]
    public async Task Twilio_gets_a_form_and_its_id_is_kept()
    {
        Receiver.Answer = Receiver.Json("""{"sid":"SM0123","status":"queued"}""", 201);

        (await DeliverAsync("sms-twilio")).ShouldBe(new DeliveryAnswer.Delivered("Taken over by Twilio.", "SM0123"));

        var request = Receiver.Requests.Single();
        request.Path.ShouldBe($"/2010-04-01/Accounts/AC{new string('0', 32)}/Messages.json");
        request.Header("authorization").ShouldBe("Basic " + Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes($"AC{new string('0', 32)}:authSECRET15")));
        request.Form.ShouldBe(new Dictionary<string, string> { ["To"] = "+15558675310", ["From"] = "+15017122661", ["Body"] = Brief }, ignoreOrder: true);
    }

    [Theory]
    [InlineData(400, 21211, true)]
    [InlineData(400, 21610, true)]
    [InlineData(401, 20003, true)]
    [InlineData(400, 21617, false)]
    public async Task Twilios_codes_say_whether_the_number_is_to_blame(int status, int code, bool isBroken)
    {
        Receiver.Answer = Receiver.Json($$"""{"code":{{code}},"message":"No.","more_info":"https://www.twilio.com/docs/errors/{{code}}","status":{{status}}}""", status);

        (await DeliverAsync("sms-twilio")).ShouldBeOfType<DeliveryAnswer.GiveUp>().IsChannelBroken.ShouldBe(isBroken);
    }

    [Fact]
    public async Task Twilio_sends_from_a_messaging_service_too() =>
        (await SendAsync("sms-twilio", more: ("from", "MG0123"))).Form["MessagingServiceSid"].ShouldBe("MG0123");

    [Fact]
    public async Task A_gateway_gets_json_or_a_form_or_a_bare_address_each_encoded_as_it_must_be()
    {
        var alert = Alerts.Outage("Ann & Bob's \"Shop\"");

        (await SendAsync("sms-http", alert)).Json.GetProperty("message").GetString()!.ShouldStartWith("DOWN: Ann & Bob's \"Shop\" (shop.example)");

        var form = await SendAsync("sms-http", alert, ("type", ""), ("body", "to={to}&text={text}"));
        form.Form["to"].ShouldBe("+15558675310");
        form.Form["text"].ShouldStartWith("DOWN: Ann & Bob's \"Shop\"");

        var bare = await SendAsync("sms-http", alert, ("body", ""), ("url", Receiver.Url + "/send?to={to}&text={text}&ref={id}"), ("authorization", "Token x"));
        (bare.Method, bare.Header("authorization")).ShouldBe(("GET", "Token x"));
        bare.Path.ShouldStartWith("/send?to=%2B15558675310&text=DOWN%3A%20Ann%20%26%20Bob%27s%20%22Shop%22");
        bare.Path.ShouldMatch("&ref=[0-9a-f]{32}$");
    }

    [Theory]
    [InlineData("url", "https://sms.example/send?n={nr}&text={text}", "'{nr}' stands for nothing: expected {to}, {text} or {id}.")]
    [InlineData("url", "https://{to}.example/", "'url' is not an address: expected https://…, with what is filled in after the host.")]
    [InlineData("url", "sms.example", "'url' is not an address: expected https://…, with what is filled in after the host.")]
    [InlineData("body", "{\"a\":\"b\"}", "Neither 'url' nor 'body' holds {text}, so there would be no message.")]
    [InlineData("body", "{\"a\":{text}}", "'body' is not JSON: expected {\"number\":\"{to}\",\"message\":\"{text}\"} or the like.")]
    [InlineData("type", "?", "'type' is not a media type: expected one like application/json.")]
    public void A_gateway_that_is_set_up_wrong_is_refused(string name, string value, string problem) =>
        Problems("sms-http", (name, value)).ShouldContain(problem);

    [Theory]
    [InlineData("DOWN: Shop", "DOWN: Shop")]
    [InlineData("Bäckerei Müller", "Bäckerei Müller")]
    [InlineData("Čeština “quoted” – it’s…", "Cestina \"quoted\" - it's...")]
    [InlineData("商店 🐿️", "?? ?")]
    public void A_text_message_uses_the_alphabet_every_phone_has(string text, string expected) => SmsText.From(text).ShouldBe(expected);

    [Fact]
    public void A_text_message_is_one_part()
    {
        SmsText.From(new string('x', 500)).Length.ShouldBe(159);
        SmsText.From(new string('€', 500)).Length.ShouldBe(79);      // each is sent as two
    }
}
