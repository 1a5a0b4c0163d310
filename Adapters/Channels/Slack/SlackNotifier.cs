using UptimeSquirrel.Adapters.Channels.Http;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Adapters.Channels.Slack;

/// <summary>A message in a Slack channel, by incoming webhook. Names and reasons stand in plain text objects, in which nothing is markup.</summary>
internal sealed class SlackNotifier(ChannelHttp http) : HttpNotifier(http)
{
    private const int HeaderLimit = 150;
    private const int FieldLimit = 2000;
    private const int MostFields = 10;

    public override ChannelKind Kind { get; } = new("slack", "A message in a Slack channel, by incoming webhook",
    [
        Setting.Secret("url", "the address of the webhook", "https://hooks.slack.com/services/T000/B000/XXXXXXXX"),
    ]);

    protected override HttpRequestMessage Write(Letter letter, ChannelSettings settings)
    {
        var words = letter.Words;
        var blocks = new List<object>
        {
            new { type = "header", text = Plain(words.Subject, HeaderLimit) },
            new { type = "section", text = Plain(string.Join('\n', LetterText.Opening(letter)), FieldLimit) },
        };
        blocks.AddRange(LetterText.Facts(letter).Where(fact => !fact.IsAddress).Chunk(MostFields)
            .Select(facts => new { type = "section", fields = facts.Select(fact => Plain($"{fact.Label}\n{fact.Value}", FieldLimit)) }));
        blocks.AddRange(LetterText.Closing(letter, withNext: false).Select(line => new { type = "section", text = Plain(line, FieldLimit) }));
        if (letter.Link is { } link)
            blocks.Insert(2, new { type = "section", text = new { type = "mrkdwn", text = $"<{Link(link)}>" } });
        return PostJson(new Uri(settings["url"]), new { text = Escape(words.Subject), blocks });
    }

    private static object Plain(string text, int limit) => new { type = "plain_text", text = LetterText.Cut(text, limit), emoji = false };

    // The three characters that Slack wants escaped; without "<" there is neither link nor mention.
    private static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    // What follows a "|" would be shown instead of the address.
    private static string Link(string url) => Escape(url).Replace("|", "%7C");
}
