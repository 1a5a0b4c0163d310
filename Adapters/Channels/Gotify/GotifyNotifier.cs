using UptimeSquirrel.Adapters.Channels.Http;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Adapters.Channels.Gotify;

/// <summary>Push through a Gotify server of one's own.</summary>
internal sealed class GotifyNotifier(ChannelHttp http) : HttpNotifier(http)
{
    public override ChannelKind Kind { get; } = new("gotify", "Push through a Gotify server",
    [
        Setting.Needed("url", "the server", "https://gotify.example.org"),
        Setting.Secret("token", "the token of an application there", "A8Ld.nDmG4bDSyB"),
    ]);

    protected override HttpRequestMessage Write(Letter letter, ChannelSettings settings)
    {
        var request = PostJson(ChannelUrl.Of(settings, "url", "", "/message"), new
        {
            title = letter.Words.Subject,
            message = LetterText.Body(letter),
            priority = letter.Severity switch { Severity.Critical => 8, Severity.Warning => 5, _ => 4 },
            extras = new Dictionary<string, object>
            {
                ["client::display"] = new { contentType = "text/plain" },
                ["client::notification"] = letter.Link is { } link ? new { click = new { url = link } } : new { },
            },
        });
        request.Headers.Add("X-Gotify-Key", settings["token"]);
        return request;
    }

    protected override DeliveryAnswer? Judge(HttpAnswer answer) =>
        answer.IsGood ? new DeliveryAnswer.Delivered($"Taken over by {answer.Host}.", answer.Field("id")) : null;
}
