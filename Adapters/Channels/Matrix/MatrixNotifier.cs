using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using UptimeSquirrel.Adapters.Channels.Http;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Adapters.Channels.Matrix;

/// <summary>A message in a Matrix room. The message id is the transaction's: the server itself drops a repeat.</summary>
internal sealed class MatrixNotifier(ChannelHttp http) : HttpNotifier(http)
{
    public override ChannelKind Kind { get; } = new("matrix", "A message in a Matrix room (one that is not encrypted)",
    [
        Setting.Needed("room", "the id of the room", "!abcDEF123:example.org"),
        Setting.Needed("url", "the homeserver", "https://matrix.example.org"),
        Setting.Secret("token", "the access token of a user who is in the room", "syt_c3F1aXJyZWw_abc"),
    ]);

    public override IReadOnlyList<string> Problems(ChannelSettings settings) =>
        settings["room"].StartsWith('!') ? base.Problems(settings) : [.. base.Problems(settings), "'room' is not the id of a room: expected !…, not the #name."];

    protected override HttpRequestMessage Write(Letter letter, ChannelSettings settings)
    {
        var path = $"/_matrix/client/v3/rooms/{Uri.EscapeDataString(settings["room"])}/send/m.room.message/{letter.MessageId}";
        var request = PostJson(ChannelUrl.Of(settings, "url", "", path), new Dictionary<string, object>
        {
            ["msgtype"] = "m.text",
            ["body"] = $"{letter.Words.Subject}\n\n{LetterText.Body(letter)}{(letter.Link is { } link ? $"\n{link}" : "")}",
            ["format"] = "org.matrix.custom.html",
            ["formatted_body"] = Html(letter),
            ["m.mentions"] = new { },      // a name with an "@" in it calls nobody
        });
        request.Method = HttpMethod.Put;
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", settings["token"]);
        return request;
    }

    protected override DeliveryAnswer? Judge(HttpAnswer answer) => answer switch
    {
        { IsGood: true } => new DeliveryAnswer.Delivered($"Taken over by {answer.Host}.", answer.Field("event_id")),
        { Status: 429 } when answer.RetryAfter is null && long.TryParse(answer.Field("retry_after_ms"), CultureInfo.InvariantCulture, out var milliseconds) =>
            new DeliveryAnswer.TryAgain(HttpAnswers.Told(answer, answer.Field("error")), TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, 0, 3_600_000))),
        _ => null,
    };

    private static string Html(Letter letter)
    {
        var facts = LetterText.Facts(letter).Select(fact => fact.IsAddress
            ? $"{Escape(fact.Label)}: <a href=\"{Escape(fact.Value)}\">{Escape(fact.Value)}</a>"
            : $"{Escape(fact.Label)}: {Escape(fact.Value)}");
        return string.Join("<br>", [
            $"<strong>{Escape(letter.Words.Subject)}</strong>", .. LetterText.Opening(letter).Select(Escape), .. facts, .. LetterText.Closing(letter, withNext: false).Select(Escape)]);
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
