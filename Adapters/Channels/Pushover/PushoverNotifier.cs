using System.Globalization;
using UptimeSquirrel.Adapters.Channels.Http;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Adapters.Channels.Pushover;

/// <summary>Push through Pushover.</summary>
internal sealed class PushoverNotifier(ChannelHttp http) : HttpNotifier(http)
{
    private const string Usual = "https://api.pushover.net";
    private const string Emergency = "2";

    // An emergency is repeated until somebody acknowledges it in the app: every minute, for an hour.
    private const string RepeatSeconds = "60";
    private const string RepeatForSeconds = "3600";

    public override ChannelKind Kind { get; } = new("pushover", "Push through Pushover",
    [
        Setting.Secret("user", "the key of the user or group", "uQiRzpo4DXghDmr9QzzfQu27cmVRsG"),
        Setting.Secret("token", "the token of an application there", "azGDORePK8gMaC0QOYAMyEEuzJnyUi"),
        Setting.Optional("down-priority", "how a website that is down is told: -2 to 2, and 2 repeats until it is acknowledged; else 1", "2"),
        Setting.Optional("device", "one of the user's devices; else all", "phone"),
        Setting.Optional("url", $"the service; else {Usual}", Usual),
    ]);

    public override IReadOnlyList<string> Problems(ChannelSettings settings) =>
        settings.Or("down-priority", "1") is "-2" or "-1" or "0" or "1" or Emergency
            ? base.Problems(settings)
            : [.. base.Problems(settings), "'down-priority' is not a priority: expected -2, -1, 0, 1 or 2."];

    protected override HttpRequestMessage Write(Letter letter, ChannelSettings settings)
    {
        var priority = letter.Severity == Severity.Critical ? settings.Or("down-priority", "1") : "0";
        return PostForm(
            ChannelUrl.Of(settings, "url", Usual, "/1/messages.json"),
            ("token", settings["token"]),
            ("user", settings["user"]),
            ("device", settings["device"]),
            ("title", LetterText.Cut(letter.Words.Subject, 250)),
            ("message", LetterText.Cut(LetterText.Body(letter), 1024)),
            ("url", letter.Link is { Length: <= 512 } link ? link : null),
            ("priority", priority),
            ("retry", priority == Emergency ? RepeatSeconds : null),
            ("expire", priority == Emergency ? RepeatForSeconds : null),
            ("timestamp", letter.Alert.DecidedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
    }

    // A 400 names what it does not know: a wrong token, user or device will be as wrong for the next message.
    protected override DeliveryAnswer? Judge(HttpAnswer answer) => answer switch
    {
        { IsGood: true } => new DeliveryAnswer.Delivered("Taken over by Pushover.", answer.Field("receipt") ?? answer.Field("request")),
        { Status: 400 } when answer.Field("token") is not null || answer.Field("user") is not null || answer.Field("device") is not null =>
            new DeliveryAnswer.GiveUp(HttpAnswers.Told(answer, answer.Field("errors")), IsChannelBroken: true),
        _ => null,
    };
}
