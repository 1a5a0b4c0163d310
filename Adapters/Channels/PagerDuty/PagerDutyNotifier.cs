using System.Globalization;
using UptimeSquirrel.Adapters.Channels.Http;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Adapters.Channels.PagerDuty;

/// <summary>An incident in PagerDuty (Events API v2): opened by an outage, resolved by its recovery.</summary>
internal sealed class PagerDutyNotifier(ChannelHttp http) : HttpNotifier(http)
{
    private const string Usual = "https://events.pagerduty.com";

    public override ChannelKind Kind { get; } = new("pagerduty", "An incident in PagerDuty, opened and resolved",
    [
        Setting.Secret("routing-key", "the integration key of an 'Events API v2' integration", "0123456789abcdef0123456789abcdef"),
        Setting.Optional("url", $"the service; else {Usual}", "https://events.eu.pagerduty.com"),
    ])
    { Medium = ChannelMedium.Program, AlertsPerMessage = 1 };

    protected override HttpRequestMessage Write(Letter letter, ChannelSettings settings)
    {
        var alert = letter.Alert;
        return PostJson(ChannelUrl.Of(settings, "url", Usual, "/v2/enqueue"), new
        {
            routing_key = settings["routing-key"],
            event_action = letter.IsAllClear ? "resolve" : "trigger",
            dedup_key = alert.IncidentId,
            client = "UptimeSquirrel",
            payload = new
            {
                summary = LetterText.Cut(letter.Words.Subject, 1024),
                source = letter.Link is { } link ? new Uri(link).Authority : "UptimeSquirrel",
                severity = LetterText.Severity(letter),
                timestamp = alert.DecidedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
                custom_details = Details(letter),
            },
            links = letter.Link is { } address ? new[] { new { href = address, text = "The website" } } : null,
        });
    }

    private static Dictionary<string, string> Details(Letter letter)
    {
        var details = letter.Words.Own is { } own
            ? new Dictionary<string, string> { ["Message"] = string.Join('\n', own) }
            : letter.Words.Facts.Select(fact => (fact.Label, fact.Value)).Prepend(("Explanation", letter.Words.Explanation)).ToDictionary();
        if (letter.Words.Remark is { } remark)
            details["Remark"] = remark;
        return details;
    }

    // "Invalid routing key" comes as a 400, and is so for every event.
    protected override DeliveryAnswer? Judge(HttpAnswer answer) => answer switch
    {
        { IsGood: true } => new DeliveryAnswer.Delivered("Taken over by PagerDuty.", answer.Field("dedup_key")),
        { Status: 400 } when answer.Body.Contains("routing key", StringComparison.OrdinalIgnoreCase) || answer.Body.Contains("routing_key", StringComparison.Ordinal) =>
            new DeliveryAnswer.GiveUp(HttpAnswers.Told(answer), IsChannelBroken: true),
        _ => null,
    };
}
