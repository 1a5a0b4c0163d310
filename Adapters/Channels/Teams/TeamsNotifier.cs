using UptimeSquirrel.Adapters.Channels.Http;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Adapters.Channels.Teams;

/// <summary>A card in a Microsoft Teams channel, by a webhook of its Workflows. It is made of text runs, the only text in a card that is never Markdown.</summary>
internal sealed class TeamsNotifier(ChannelHttp http) : HttpNotifier(http)
{
    public override ChannelKind Kind { get; } = new("teams", "A card in a Microsoft Teams channel, by a Workflows webhook",
    [
        Setting.Secret("url", "the address that the workflow shows", "https://prod-00.westeurope.logic.azure.com/workflows/0123abcd"),
    ]);

    protected override HttpRequestMessage Write(Letter letter, ChannelSettings settings)
    {
        var words = letter.Words;
        var color = letter.IsAllClear ? "good" : letter.Severity switch { Severity.Critical => "attention", Severity.Warning => "warning", _ => "default" };
        var body = new List<object>
        {
            Text(new { type = "TextRun", text = words.Subject, weight = "bolder", size = "large", color }),
        };
        body.AddRange(LetterText.Opening(letter).Where(line => line.Length > 0).Select(line => Text(new { type = "TextRun", text = line })));
        body.AddRange(LetterText.Facts(letter).Select(fact => Text(
            new { type = "TextRun", text = $"{fact.Label}: ", isSubtle = true }, new { type = "TextRun", text = fact.Value })));
        body.AddRange(LetterText.Closing(letter, withNext: true).Select(line => Text(new { type = "TextRun", text = line })));
        var card = new Dictionary<string, object>
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.4",
            ["fallbackText"] = words.Own is null ? words.Brief : words.Subject,
            ["body"] = body,
            ["actions"] = letter.Link is { } link ? new object[] { new { type = "Action.OpenUrl", title = "Open the website", url = link } } : [],
        };
        return PostJson(new Uri(settings["url"]), new
        {
            type = "message",
            summary = words.Subject,
            attachments = new[] { new { contentType = "application/vnd.microsoft.card.adaptive", content = card } },
        });
    }

    private static object Text(params object[] runs) => new { type = "RichTextBlock", inlines = runs };
}
