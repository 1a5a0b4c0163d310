using System.Security.Cryptography;
using System.Text;

namespace UptimeSquirrel.Web.StatusPages.Rendering;

/// <summary>What every page needs beside itself. Its address changes with its content, so that browsers may keep it for ever.</summary>
internal static class PageAssets
{
    private static readonly Dictionary<string, (string Type, byte[] Content)> _byPath = new(StringComparer.Ordinal);

    static PageAssets()
    {
        using var style = typeof(PageAssets).Assembly.GetManifestResourceStream("status-page.css")!;
        using var reader = new StreamReader(style);
        StylePath = Add("page", "css", "text/css; charset=utf-8", reader.ReadToEnd());
        _icons = new[] { ("up", "#15803d"), ("down", "#b91c1c"), ("maintenance", "#1d4ed8"), ("incident", "#a16207"), ("unknown", "#64748b") }
            .ToDictionary(icon => icon.Item1, icon => Add(icon.Item1, "svg", "image/svg+xml", $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"7\" fill=\"{icon.Item2}\"/></svg>"));
    }

    private static readonly Dictionary<string, string> _icons;

    /// <summary>Where the style sheet is.</summary>
    public static string StylePath { get; }

    /// <summary>Where the icon of a state is.</summary>
    public static string IconPath(string state) => _icons[state];

    /// <summary>What is there; null when nothing is.</summary>
    public static (string Type, byte[] Content)? At(string path) => _byPath.TryGetValue(path, out var found) ? found : null;

    private static string Add(string name, string extension, string type, string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        var path = $"/status/_/{name}-{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6))}.{extension}";
        _byPath.Add(path, (type, bytes));
        return path;
    }
}
