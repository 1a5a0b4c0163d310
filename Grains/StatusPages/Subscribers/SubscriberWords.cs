using System.Globalization;
using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Grains.StatusPages.Subscribers;

/// <summary>What mails to subscribers say, in one language.</summary>
internal sealed record SubscriberWords
{
    public required string Code { get; init; }
    public required string Down { get; init; }
    public required string DownSince { get; init; }
    public required string Up { get; init; }
    public required string UpSince { get; init; }
    public required string FromTo { get; init; }
    public required string Resolved { get; init; }
    public required string AskSubject { get; init; }
    public required string AskText { get; init; }
    public required string AskIgnore { get; init; }
    public required string AskButton { get; init; }
    public required string PageButton { get; init; }
    public required string Leave { get; init; }

    public static SubscriberWords Of(PageLanguage language) => language == PageLanguage.German ? _german : _english;

    /// <summary>Puts values into a sentence.</summary>
    public static string Fill(string sentence, params object[] values) => string.Format(CultureInfo.InvariantCulture, sentence, values);

    private static readonly SubscriberWords _english = new()
    {
        Code = "en",
        Down = "{0} is down",
        DownSince = "Since {0}.",
        Up = "{0} works again",
        UpSince = "It was down from {0} to {1}.",
        FromTo = "From {0} to {1}.",
        Resolved = "This is resolved.",
        AskSubject = "{0}: do you want to be told by mail?",
        AskText = "Somebody, perhaps you, asked that this address be told of outages and announcements of \"{0}\". Follow the link to confirm it. It is good for two days.",
        AskIgnore = "If it was not you, there is nothing to do: without confirmation you get no more mails, and your address is not kept.",
        AskButton = "Confirm",
        PageButton = "Open the page",
        Leave = "Unsubscribe",
    };

    private static readonly SubscriberWords _german = new()
    {
        Code = "de",
        Down = "{0} ist ausgefallen",
        DownSince = "Seit {0}.",
        Up = "{0} funktioniert wieder",
        UpSince = "Ausgefallen von {0} bis {1}.",
        FromTo = "Von {0} bis {1}.",
        Resolved = "Das ist behoben.",
        AskSubject = "{0}: Möchten Sie per E-Mail benachrichtigt werden?",
        AskText = "Jemand, vielleicht Sie, möchte, dass diese Adresse von Ausfällen und Mitteilungen von „{0}“ erfährt. Bestätigen Sie das mit dem Link. Er gilt zwei Tage.",
        AskIgnore = "Wenn Sie das nicht waren, ist nichts zu tun: Ohne Bestätigung bekommen Sie keine weiteren Mails, und Ihre Adresse wird nicht gespeichert.",
        AskButton = "Bestätigen",
        PageButton = "Seite öffnen",
        Leave = "Abbestellen",
    };
}
