using UptimeSquirrel.Grains.Journal;

namespace UptimeSquirrel.Adapters.Database.Journal;

/// <summary>What people search in, folded the same way on every database: not all of them know letters beyond a to z.</summary>
internal static class SearchText
{
    public static string Of(WebsiteRow website) => Fold($"{StoredText.Clean(website.Settings.Name)}\n{website.Url.Text}");

    public static string Fold(string text) => text.ToLowerInvariant();
}
