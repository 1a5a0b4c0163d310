using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using UptimeSquirrel.Adapters.Channels.Http;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Adapters.Channels.Telegram;

/// <summary>A message from a Telegram bot.</summary>
internal sealed partial class TelegramNotifier(ChannelHttp http) : HttpNotifier(http)
{
    private const string Usual = "https://api.telegram.org";

    // It takes 4,096 characters in all.
    private const int OpeningLimit = 3_000;

    public override ChannelKind Kind { get; } = new("telegram", "A message from a Telegram bot",
    [
        Setting.Needed("chat", "the number of the chat, or the @name of a channel", "-1001234567890"),
        Setting.Secret("token", "the token of the bot", "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"),
        Setting.Optional("topic", "the number of a topic within the chat; else none", "42"),
        Setting.Optional("url", $"the server of the bot API; else {Usual}", Usual),
    ]);

    public override IReadOnlyList<string> Problems(ChannelSettings settings)
    {
        var problems = base.Problems(settings).ToList();
        if (!Token().IsMatch(settings["token"]))
            problems.Add("'token' is not the token of a bot: expected digits, a colon, then letters, digits, '-' and '_'.");
        if (settings.Has("topic") && !int.TryParse(settings["topic"], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            problems.Add("'topic' is not the number of a topic: expected digits alone.");
        return problems;
    }

    protected override HttpRequestMessage Write(Letter letter, ChannelSettings settings) =>
        PostJson(ChannelUrl.Of(settings, "url", Usual, $"/bot{settings["token"]}/sendMessage"), new
        {
            chat_id = settings["chat"],
            message_thread_id = settings.Has("topic") ? int.Parse(settings["topic"], CultureInfo.InvariantCulture) : (int?)null,
            text = Html(letter),
            parse_mode = "HTML",
            link_preview_options = new { is_disabled = true },
        });

    protected override DeliveryAnswer? Judge(HttpAnswer answer)
    {
        if (answer.IsGood)
            return new DeliveryAnswer.Delivered("Taken over by Telegram.", answer.Field("result", "message_id"));
        var words = HttpAnswers.Told(answer, answer.Field("description"));
        if (answer.Status == 429 && int.TryParse(answer.Field("parameters", "retry_after"), CultureInfo.InvariantCulture, out var seconds))
            return new DeliveryAnswer.TryAgain(words, TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 3600)));
        if (answer.Field("parameters", "migrate_to_chat_id") is { } moved)
            return new DeliveryAnswer.GiveUp($"{words} The chat has become a supergroup: add a channel with chat={PlainLine.From(moved, 30)}.", IsChannelBroken: true);

        // The one 400 that is about the chat and not about the message.
        return answer.Status == 400 && words.Contains("chat not found", StringComparison.OrdinalIgnoreCase)
            ? new DeliveryAnswer.GiveUp(words, IsChannelBroken: true)
            : null;
    }

    private static string Html(Letter letter)
    {
        var facts = LetterText.Facts(letter).Select(fact => fact.IsAddress
            ? $"{Escape(fact.Label)}: <a href=\"{Escape(fact.Value)}\">{Escape(LetterText.Cut(fact.Value, 200))}</a>"
            : $"{Escape(fact.Label)}: {Escape(fact.Value)}");
        var opening = LetterText.Cut(string.Join('\n', LetterText.Opening(letter)), OpeningLimit).Split('\n').Select(Escape);
        var closing = LetterText.Closing(letter, withNext: true).Select(Escape);
        string[] parts = [$"<b>{Escape(letter.Words.Subject)}</b>", .. ((IEnumerable<string>[])[opening, facts, closing]).Where(part => part.Any()).Select(part => string.Join('\n', part))];
        return string.Join("\n\n", parts);
    }

    // It knows few named entities, and these are numbered or among them.
    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    [GeneratedRegex("^[0-9]+:[A-Za-z0-9_-]+$")]
    private static partial Regex Token();
}
