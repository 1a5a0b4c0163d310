using System.Text;

namespace UptimeSquirrel.Importing;

/// <summary>The text of a file, in whichever of the usual encodings it is.</summary>
internal static class FileText
{
    private const int Looked = 4096;

    /// <summary>The text, and a remark where its encoding could only be guessed.</summary>
    public static (string Text, string? Remark) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF32.Preamble))
            return (Encoding.UTF32.GetString(bytes[4..]), null);
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[3..];
        else if (bytes.StartsWith(Encoding.Unicode.Preamble))
            return (Encoding.Unicode.GetString(bytes[2..]), null);
        else if (bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
            return (Encoding.BigEndianUnicode.GetString(bytes[2..]), null);
        else if (Utf16WithoutMark(bytes) is { } encoding)
            return (encoding.GetString(bytes), null);

        try
        {
            return (new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes), null);
        }
        catch (DecoderFallbackException)
        {
            return (Encoding.Latin1.GetString(bytes), "The file is not in UTF-8; it was read as Latin-1. Look at the names.");
        }
    }

    // What people write is mostly ASCII, of which every second byte is zero then.
    private static UnicodeEncoding? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        var start = bytes[..Math.Min(bytes.Length & ~1, Looked)];
        var (even, odd) = (0, 0);
        for (var i = 0; i < start.Length; i++)
            if (start[i] == 0 && i % 2 == 0)
                even++;
            else if (start[i] == 0)
                odd++;
        if (odd > start.Length / 4 && even == 0)
            return new UnicodeEncoding(bigEndian: false, byteOrderMark: false);
        return even > start.Length / 4 && odd == 0 ? new UnicodeEncoding(bigEndian: true, byteOrderMark: false) : null;
    }
}
