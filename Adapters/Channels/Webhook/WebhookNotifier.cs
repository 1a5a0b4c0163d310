using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using UptimeSquirrel.Adapters.Channels.Http;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Adapters.Channels.Webhook;

/// <summary>JSON for a program of one's own, signed as the Standard Webhooks specification has it, for which there are libraries in most languages.</summary>
internal sealed class WebhookNotifier(ChannelHttp http, TimeProvider clock) : HttpNotifier(http)
{
    private const string SecretPrefix = "whsec_";

    public override ChannelKind Kind { get; } = new("webhook", "JSON for a program of your own",
    [
        Setting.Secret("url", "where to post it", "https://hooks.example.org/uptime"),
        Setting.OptionalSecret("secret", "what it is signed with: whsec_ and the key in base64, or any text; else it is not signed", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
        Setting.OptionalSecret("token", "sent as 'Authorization: Bearer …'", "eyJhbGciOi"),
    ])
    { Medium = ChannelMedium.Program, AlertsPerMessage = 100, IsJson = true };

    public override IReadOnlyList<string> Problems(ChannelSettings settings) =>
        KeyOf(settings["secret"]) is null ? [.. base.Problems(settings), "'secret' begins with whsec_, but what follows is not base64."] : base.Problems(settings);

    protected override HttpRequestMessage Write(Letter letter, ChannelSettings settings)
    {
        var body = letter.Words.Json ?? Json(WebhookBody.Of(letter));
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = Post(new Uri(settings["url"]), body, "application/json");
        request.Headers.Add("Idempotency-Key", letter.Id);
        request.Headers.Add("webhook-id", letter.Id);
        request.Headers.Add("webhook-timestamp", timestamp);
        if (settings.Has("secret"))
            request.Headers.Add("webhook-signature", $"v1,{Sign(KeyOf(settings["secret"])!, $"{letter.Id}.{timestamp}.{body}")}");
        if (settings.Has("token"))
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", settings["token"]);
        return request;
    }

    private static string Sign(byte[] key, string content) => Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(content)));

    private static byte[]? KeyOf(string secret)
    {
        if (!secret.StartsWith(SecretPrefix, StringComparison.Ordinal))
            return Encoding.UTF8.GetBytes(secret);
        var bytes = new byte[secret.Length];
        return Convert.TryFromBase64String(secret[SecretPrefix.Length..], bytes, out var count) ? bytes[..count] : null;
    }
}
