using System.Text.RegularExpressions;
using UptimeSquirrel.Adapters.Channels.Http;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Adapters.Channels.Sms;

/// <summary>A text message through Twilio.</summary>
internal sealed partial class TwilioNotifier(ChannelHttp http) : HttpNotifier(http)
{
    private const string Usual = "https://api.twilio.com";

    // Wrong, unreachable or unsubscribed numbers, a sender that may not send there, an account that is closed: no message will get through.
    private static readonly HashSet<string> _forGood =
    [
        "20003", "20005", "20404", "21211", "21212", "21214", "21217", "21219", "21265", "21401", "21408", "21421", "21602", "21603", "21604", "21606",
        "21608", "21610", "21612", "21614", "21659", "21660", "21703", "21705",
    ];

    public override ChannelKind Kind { get; } = new("sms-twilio", "A text message through Twilio",
    [
        Setting.Needed("to", "the number that is told, with country code", "+15558675310"),
        Setting.Needed("from", "the number it comes from, or the id of a messaging service", "+15017122661"),
        Setting.Needed("account", "the account's SID", "ACXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX"),
        Setting.Secret("token", "the account's auth token, or the secret of the API key", "0123456789abcdef0123456789abcdef"),
        Setting.Optional("key", "the SID of an API key; else the account itself logs in", "SKXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX"),
        Setting.Optional("url", $"the service; else {Usual}", "https://api.dublin.ie1.twilio.com"),
    ])
    { Medium = ChannelMedium.Text };

    public override IReadOnlyList<string> Problems(ChannelSettings settings)
    {
        var problems = base.Problems(settings).ToList();
        if (!Number().IsMatch(settings["to"]))
            problems.Add("'to' is not a telephone number: expected + and country code, then digits alone.");
        if (!Account().IsMatch(settings["account"]))
            problems.Add("'account' is not the SID of an account: expected AC and 32 hexadecimal digits.");
        return problems;
    }

    protected override HttpRequestMessage Write(Letter letter, ChannelSettings settings)
    {
        var from = settings["from"];
        var request = PostForm(
            ChannelUrl.Of(settings, "url", Usual, $"/2010-04-01/Accounts/{settings["account"]}/Messages.json"),
            ("To", settings["to"]),
            (from.StartsWith("MG", StringComparison.Ordinal) ? "MessagingServiceSid" : "From", from),
            ("Body", SmsText.From(letter.Words.Brief)));
        request.Headers.Authorization = Basic(settings.Or("key", settings["account"]), settings["token"]);
        return request;
    }

    protected override DeliveryAnswer? Judge(HttpAnswer answer)
    {
        if (answer.IsGood)
            return new DeliveryAnswer.Delivered("Taken over by Twilio.", answer.Field("sid"));
        var code = answer.Field("code");
        var words = HttpAnswers.Told(answer, $"{answer.Field("message") ?? answer.Body} (Twilio {code ?? "gave no code"})");
        return code is not null && _forGood.Contains(code) ? new DeliveryAnswer.GiveUp(words, IsChannelBroken: true) : null;
    }

    [GeneratedRegex(@"^\+[1-9][0-9]{4,14}$")]
    private static partial Regex Number();

    [GeneratedRegex("^AC[0-9a-fA-F]{32}$")]
    private static partial Regex Account();
}
