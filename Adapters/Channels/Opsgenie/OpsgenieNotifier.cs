using System.Net.Http.Headers;
using UptimeSquirrel.Adapters.Channels.Http;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Adapters.Channels.Opsgenie;

/// <summary>An alert in Opsgenie: created by an outage, closed by its recovery.</summary>
internal sealed class OpsgenieNotifier(ChannelHttp http) : HttpNotifier(http)
{
    private const string Usual = "https://api.opsgenie.com";

    public override ChannelKind Kind { get; } = new("opsgenie", "An alert in Opsgenie, created and closed",
    [
        Setting.Secret("key", "the key of an API integration", "eb243592-faa2-4ba2-a551-1afdf565c889"),
        Setting.Optional("url", $"the service; else {Usual}", "https://api.eu.opsgenie.com"),
    ])
    { Medium = ChannelMedium.Program, AlertsPerMessage = 1 };

    protected override HttpRequestMessage Write(Letter letter, ChannelSettings settings)
    {
        var request = letter.IsAllClear ? Close(letter, settings) : Create(letter, settings);
        request.Headers.Authorization = new AuthenticationHeaderValue("GenieKey", settings["key"]);
        return request;
    }

    protected override DeliveryAnswer? Judge(HttpAnswer answer) =>
        answer.IsGood ? new DeliveryAnswer.Delivered("Taken over by Opsgenie.", answer.Field("requestId")) : null;

    private static HttpRequestMessage Create(Letter letter, ChannelSettings settings) => PostJson(ChannelUrl.Of(settings, "url", Usual, "/v2/alerts"), new
    {
        message = LetterText.Cut(letter.Words.Subject, 130),
        alias = letter.Alert.IncidentId,
        description = LetterText.Cut(letter.Words.Own is null ? $"{LetterText.Body(letter)}\n{letter.Words.Next}" : LetterText.Body(letter), 15_000),
        priority = letter.Severity switch { Severity.Critical => "P1", Severity.Warning => "P3", _ => "P5" },
        source = "UptimeSquirrel",
        entity = letter.Link,
        details = letter.Words.Facts.ToDictionary(fact => fact.Label, fact => fact.Value),
    });

    private static HttpRequestMessage Close(Letter letter, ChannelSettings settings) => PostJson(
        ChannelUrl.Of(settings, "url", Usual, $"/v2/alerts/{Uri.EscapeDataString(letter.Alert.IncidentId)}/close?identifierType=alias"),
        new { source = "UptimeSquirrel", note = letter.Words.Subject });
}
