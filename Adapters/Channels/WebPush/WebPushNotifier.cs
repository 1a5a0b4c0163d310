using System.Buffers.Text;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using UptimeSquirrel.Adapters.Channels.Http;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Adapters.Channels.WebPush;

/// <summary>Push to one browser (RFC 8030), encrypted for it, with our name on it (VAPID).</summary>
internal sealed class WebPushNotifier(ChannelHttp http, TimeProvider clock) : HttpNotifier(http)
{
    // For a browser that is switched off: as long as the outbox itself would try.
    private static readonly TimeSpan _keptFor = TimeSpan.FromHours(48);

    public override ChannelKind Kind { get; } = new("web-push", "Push to a browser that has subscribed to it",
    [
        Setting.Secret("endpoint", "the subscription's endpoint", "https://updates.push.services.mozilla.com/wpush/v2/gAAA"),
        Setting.Needed("p256dh", "the subscription's key 'p256dh'", "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
        Setting.Secret("auth", "the subscription's key 'auth'", "BTBZMqHH6r4Tts7J_aSIgg"),
        Setting.Secret("vapid-key", "the private key whose public half the browser subscribed with, in base64url", "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"),
        Setting.Needed("contact", "how the push service reaches you when something is wrong", "mailto:alerts@example.org"),
    ]);

    public override IReadOnlyList<string> Problems(ChannelSettings settings)
    {
        var problems = ChannelUrl.Problems(settings, "endpoint").ToList();
        if (!P256.IsPoint(settings["p256dh"]))
            problems.Add("'p256dh' is not a public key: expected 65 bytes, a point on the curve P-256, in base64url.");
        if (P256.Bytes(settings["auth"]) is not { Length: 16 })
            problems.Add("'auth' is not a subscription's secret: expected 16 bytes in base64url.");
        if (!P256.IsPrivateKey(settings["vapid-key"]))
            problems.Add("'vapid-key' is not a private key: expected 32 bytes for the curve P-256 in base64url.");
        if (!settings["contact"].StartsWith("mailto:", StringComparison.Ordinal) && !settings["contact"].StartsWith("https:", StringComparison.Ordinal))
            problems.Add("'contact' is not a way to reach you: expected mailto:… or https:…");
        return problems;
    }

    protected override HttpRequestMessage Write(Letter letter, ChannelSettings settings)
    {
        var endpoint = new Uri(settings["endpoint"]);
        var message = PushEncryption.Encrypt(Message(letter), P256.Bytes(settings["p256dh"])!, P256.Bytes(settings["auth"])!);
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint)
        {
            Content = new ByteArrayContent(message)
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream"), ContentEncoding = { "aes128gcm" } },
            },
        };
        request.Headers.Add("TTL", ((int)_keptFor.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("Urgency", letter.Severity == Severity.Critical ? "high" : "normal");

        // A message that still waits for the browser is replaced by the next about the same incident.
        request.Headers.Add("Topic", Base64Url.EncodeToString(Convert.FromHexString(letter.ThreadId)));
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "vapid", Vapid.Authorization(endpoint, settings["contact"], P256.Bytes(settings["vapid-key"])!, clock.GetUtcNow()));
        return request;
    }

    // What the push service calls the message stands in a header, and is as secret as the endpoint.
    protected override DeliveryAnswer? Judge(HttpAnswer answer) =>
        answer.IsGood ? new DeliveryAnswer.Delivered($"Taken over by {answer.Host}.") : null;

    private static byte[] Message(Letter letter)
    {
        var link = letter.Link is { Length: <= 1000 } url ? url : null;
        var message = Encoding.UTF8.GetBytes(Json(new { title = letter.Words.Subject, body = string.Join('\n', [.. LetterText.Opening(letter), .. LetterText.Closing(letter, withNext: false)]), url = link, tag = letter.ThreadId, type = AlertTypeText.Of(letter) }));
        return message.Length <= PushEncryption.LongestMessage
            ? message
            : Encoding.UTF8.GetBytes(Json(new { title = letter.Words.Own is null ? letter.Words.Brief : letter.Words.Subject, body = "", tag = letter.ThreadId, type = AlertTypeText.Of(letter) }));
    }
}
