using System.Globalization;
using System.Text;
using UptimeSquirrel.Adapters.Channels.Http;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Adapters.Channels.Discord;

/// <summary>A message in a Discord channel, by webhook. Nobody is ever mentioned by it, whatever a website is called.</summary>
internal sealed class DiscordNotifier(ChannelHttp http) : HttpNotifier(http)
{
    private const string Markup = @"\*_~`|>#-+[]()<:@!";

    public override ChannelKind Kind { get; } = new("discord", "A message in a Discord channel, by webhook",
    [
        Setting.Secret("url", "the address of the webhook", "https://discord.com/api/webhooks/1234567890/abcDEF"),
    ]);

    protected override HttpRequestMessage Write(Letter letter, ChannelSettings settings)
    {
        var words = letter.Words;
        var url = settings["url"];
        return PostJson(new Uri($"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}wait=true"), new
        {
            embeds = new[]
            {
                new
                {
                    title = Escape(words.Subject, 256),
                    url = letter.Link,
                    description = string.Join('\n', Lines(LetterText.Opening(letter), 2000)),
                    color = LetterText.Color(letter),
                    timestamp = letter.Alert.DecidedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
                    fields = LetterText.Facts(letter).Where(fact => !fact.IsAddress).Select(fact => new { name = Escape(fact.Label, 256), value = Escape(fact.Value, 1000) }),
                    footer = words.Remark is { } remark ? new { text = LetterText.Cut(remark, 1000) } : null,
                },
            },
            allowed_mentions = new { parse = Array.Empty<string>() },
        });
    }

    // It says how long to wait in the body, to the millisecond.
    protected override DeliveryAnswer? Judge(HttpAnswer answer) => answer switch
    {
        { IsGood: true } => new DeliveryAnswer.Delivered("Taken over by Discord.", answer.Field("id")),
        { Status: 429 } when double.TryParse(answer.Field("retry_after"), CultureInfo.InvariantCulture, out var seconds) =>
            new DeliveryAnswer.TryAgain(HttpAnswers.Told(answer, answer.Field("message")), TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 3600))),
        _ => null,
    };

    private static IEnumerable<string> Lines(IReadOnlyList<string> lines, int limit) => LetterText.Cut(string.Join('\n', lines), limit / 2).Split('\n').Select(line => Escape(line, limit));

    private static string Escape(string text, int limit)
    {
        var escaped = new StringBuilder();
        foreach (var c in PlainLine.From(text, limit / 2))
            escaped.Append(Markup.Contains(c, StringComparison.Ordinal) ? "\\" : "").Append(c);
        return escaped.ToString();
    }
}
