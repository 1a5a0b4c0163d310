using System.Buffers.Text;
using System.Text;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Adapters.Database.Reading;

/// <summary>Where the next page begins: after the last website of this one. Callers carry it around and need not understand it.</summary>
internal static class CatalogCursor
{
    public static string Write(WebsiteUrl url, WebsiteId id) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{id.Value:N}{url.Text}"));

    /// <summary>Anything we did not write means "from the start".</summary>
    public static bool TryRead(string? text, out string url, out Guid id)
    {
        (url, id) = ("", default);
        if (string.IsNullOrEmpty(text) || !Base64Url.IsValid(text))
            return false;
        var plain = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text));
        if (plain.Length < 32 || !Guid.TryParseExact(plain[..32], "N", out id))
            return false;
        url = StoredTextOf(plain[32..]);
        return true;
    }

    private static string StoredTextOf(string text) => Journal.StoredText.Clean(text);
}
