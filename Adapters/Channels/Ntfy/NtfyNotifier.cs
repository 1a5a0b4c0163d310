using System.Net.Http.Headers;
using UptimeSquirrel.Adapters.Channels.Http;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Adapters.Channels.Ntfy;

/// <summary>Push through ntfy, its own service or another server. As JSON, because its headers take no line breaks and no other scripts.</summary>
internal sealed class NtfyNotifier(ChannelHttp http) : HttpNotifier(http)
{
    private const string Usual = "https://ntfy.sh";
    private const int TitleLimit = 250;
    private const int MessageLimit = 1000;

    public override ChannelKind Kind { get; } = new("ntfy", "Push to phones and browsers through ntfy",
    [
        Setting.Secret("topic", "the topic, which is as good as a password where topics are open to all", "k3hTq-alerts"),
        Setting.Optional("url", $"the server; else {Usual}", "https://ntfy.example.org"),
        Setting.OptionalSecret("token", "an access token, where the server wants one", "tk_AgQdq7mVBoFD37zQVN29RhuMzNIz2"),
    ]);

    protected override HttpRequestMessage Write(Letter letter, ChannelSettings settings)
    {
        var request = PostJson(ChannelUrl.Of(settings, "url", Usual, "/"), new
        {
            topic = settings["topic"],
            title = LetterText.Cut(letter.Words.Subject, TitleLimit),
            message = LetterText.Cut(LetterText.Body(letter), MessageLimit),
            priority = letter.Severity switch { Severity.Critical => 5, Severity.Warning => 4, _ => 3 },
            tags = new[] { letter.IsAllClear ? "white_check_mark" : letter.Severity == Severity.Critical ? "rotating_light" : "information_source" },
            click = letter.Link,
        });
        if (settings.Has("token"))
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", settings["token"]);
        return request;
    }

    protected override DeliveryAnswer? Judge(HttpAnswer answer) =>
        answer.IsGood ? new DeliveryAnswer.Delivered($"Taken over by {answer.Host}.", answer.Field("id")) : null;
}
