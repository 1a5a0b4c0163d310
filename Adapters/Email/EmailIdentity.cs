using System.Globalization;
using UptimeSquirrel.Grains.Owners;
using UptimeSquirrel.Grains.StatusPages.Subscribers;

namespace UptimeSquirrel.Adapters.Email;

/// <summary>What one mail is called: the same alert over the same channel has the same name, whoever sends it and however often.</summary>
internal static class EmailIdentity
{
    /// <summary>The name of the file in the pickup folder: sorts by time, and a person sees what it is about.</summary>
    public static string FileName(Letter letter)
    {
        var time = letter.Alert.DecidedAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var host = letter.Link is { } link ? new Uri(link).IdnHost : letter.Alert.Silo ?? "squirrel";
        var tame = string.Concat(host.Take(100).Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '_'));
        return $"{time}-{AlertTypeText.Of(letter).ToUpperInvariant()}-{tame}-{letter.MessageId[..12]}.eml";
    }

    /// <summary>The same for a mail to a subscriber of a status page.</summary>
    public static string FileName(PageLetter letter) =>
        $"{letter.At.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}-PAGE-{letter.MessageId[..12]}.eml";
}
