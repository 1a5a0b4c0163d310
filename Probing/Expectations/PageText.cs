using System.Net.Http.Headers;
using System.Text;

namespace UptimeSquirrel.Probing;

/// <summary>Turns the bytes of a page into text, however little its server knows about it.</summary>
internal static class PageText
{
    /// <summary>Decodes as declared; without a declaration, or with one that is not true, as UTF-8, and where it is not that, as Latin-1.</summary>
    /// <param name="bytes">The page; it may end in the middle of a character.</param>
    /// <param name="contentType">What the server says it is; null when it does not.</param>
    /// <param name="text">Where to; as long as there are bytes.</param>
    /// <returns>How many characters there are.</returns>
    public static int Decode(ReadOnlySpan<byte> bytes, string? contentType, Span<char> text)
    {
        var (encoding, mark) = Marked(bytes);
        encoding ??= Declared(contentType);
        bytes = bytes[mark..];
        foreach (var candidate in (Encoding?[])[encoding, Encoding.UTF8])
        {
            if (candidate is null)
                continue;
            try
            {
                return Strict(candidate).GetDecoder().GetChars(bytes, text, flush: false);
            }
            catch (DecoderFallbackException)
            {
                // Not what it says it is: the next may do.
            }
        }

        return Encoding.Latin1.GetChars(bytes, text);
    }

    private static Encoding Strict(Encoding encoding)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        return strict;
    }

    private static Encoding? Declared(string? contentType)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type) || type.CharSet?.Trim('"', '\'', ' ') is not { Length: > 0 } name)
            return null;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static (Encoding? Encoding, int Length) Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => (null, 0),
    };
}
