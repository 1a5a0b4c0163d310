using System.Buffers.Text;
using System.Globalization;
using System.Text;
using UptimeSquirrel.Adapters.Database.Journal;

namespace UptimeSquirrel.Adapters.Database.Reading;

/// <summary>The text of a cursor as it can stand in an address.</summary>
internal static class StoredCursor
{
    private const int MaximumLength = 8192;

    public static string Write(string plain) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(plain));

    public static bool TryRead(string? text, out string plain)
    {
        plain = "";
        if (string.IsNullOrEmpty(text) || text.Length > MaximumLength || !Base64Url.IsValid(text))
            return false;
        plain = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text));
        return true;
    }

    /// <summary>As <see cref="TryReadMoment"/> reads it.</summary>
    public static string Write(DateTimeOffset moment) => StoredNumbers.UnixMicroseconds(moment).ToString(CultureInfo.InvariantCulture);

    /// <summary>Microseconds since 1970, within the years that both databases and .NET know.</summary>
    public static bool TryReadMoment(string text, out DateTimeOffset moment)
    {
        moment = default;
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ||
            number < 0 || number >= StoredNumbers.UnixMicroseconds(DateTimeOffset.MaxValue))
            return false;
        moment = StoredNumbers.FromUnixMicroseconds(number);
        return true;
    }
}
