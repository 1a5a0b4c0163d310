using System.Globalization;
using System.Text;

namespace UptimeSquirrel.Adapters.Channels.Sms;

/// <summary>Words for a text message: one part, paid once, in the alphabet that every phone has (GSM 03.38).</summary>
internal static class SmsText
{
    /// <summary>What fits into one part, with one to spare.</summary>
    public const int Limit = 159;

    private const string Alphabet =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    // Each of these is sent as two.
    private const string Extended = "^{}\\[~]|€";

    /// <summary>The text within the limit and the alphabet: letters lose marks that it does not have, and what it has nothing like becomes a question mark.</summary>
    public static string From(string text)
    {
        var message = new StringBuilder();
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var character = Nearest(rune);
            length += character.Sum(c => Extended.Contains(c, StringComparison.Ordinal) ? 2 : 1);
            if (length > Limit)
                break;
            message.Append(character);
        }

        return message.ToString();
    }

    private static string Nearest(Rune rune)
    {
        var character = rune.ToString();
        if (IsKnown(character))
            return character;
        var plain = string.Concat(character.Normalize(NormalizationForm.FormKD).Where(c => char.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark));
        return rune.Value switch
        {
            '…' => "...",
            '‘' or '’' => "'",
            '“' or '”' or '„' => "\"",
            '–' or '—' => "-",
            _ when plain.Length > 0 && IsKnown(plain) => plain,
            _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format => "",
            _ => "?",
        };
    }

    private static bool IsKnown(string text) =>
        text.All(c => Alphabet.Contains(c, StringComparison.Ordinal) || Extended.Contains(c, StringComparison.Ordinal));
}
