using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace UptimeSquirrel.Websites;

/// <summary>The address of a website, or of something else that can be watched, in its one canonical spelling: absolute, without user name or fragment.</summary>
/// <remarks>
/// The scheme says what it stands for (<see cref="WebsiteKind"/>). Of a website, http or https:
/// Scheme and host are lower case, international names are punycode, the default port is dropped, an empty path is <c>/</c>,
/// the query is kept. Two spellings of the same address are therefore equal, and the same website.
/// </remarks>
[GenerateSerializer, Immutable, Alias("uptime.website-url")]
public sealed record WebsiteUrl
{
    /// <summary>The longest address we take, in characters: what common browsers and servers take.</summary>
    public const int MaximumLength = 2048;

    [JsonConstructor]
    private WebsiteUrl(string text) => Text = text;

    /// <summary>The canonical address, for example <c>https://shop.example/</c>.</summary>
    [Id(0)]
    public string Text { get; }

    /// <summary>Reads an address as people write it; a bare host name gets <c>https://</c>.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="url">The address, when it is one.</param>
    /// <param name="problem">One sentence that names the value and what was expected, when it is not.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out WebsiteUrl? url, [NotNullWhen(false)] out string? problem)
    {
        url = null;
        problem = WebsiteUrlSpelling.Canonicalise(text, out var canonical);
        if (problem is not null)
            return false;
        url = new WebsiteUrl(canonical);
        return true;
    }

    /// <summary>Reads an address that is known to be good.</summary>
    /// <exception cref="FormatException">It is not an address; the message says why.</exception>
    public static WebsiteUrl Parse(string text) => TryParse(text, out var url, out var problem) ? url : throw new FormatException(problem);

    /// <summary>What it stands for.</summary>
    [JsonIgnore]
    public WebsiteKind Kind => Text.StartsWith("http", StringComparison.Ordinal) ? WebsiteKind.Website : KindSpelling.KindOf(Text);

    /// <summary>What to call it as long as nobody has named it: <c>shop.example</c>, <c>shop.example/cart</c>, <c>db.example.com:5432</c>, <c>example.com MX</c>, <c>nightly-backup</c>.</summary>
    [JsonIgnore]
    public string Label => Kind switch
    {
        WebsiteKind.Website => HostAndPath(ToUri()),
        WebsiteKind.Dns => $"{Authority()} {Said(DnsSpelling.Type)[0]}",
        _ => Authority(),
    };

    /// <summary>What the address says behind its <c>?</c> under this key; nearly always nothing, or one thing. Not for websites, whose query is their own.</summary>
    public IReadOnlyList<string> Said(string key)
    {
        var question = Text.IndexOf('?', StringComparison.Ordinal);
        return question < 0 ? [] : [.. AddressParts.QueryOf(Text[(question + 1)..]).Where(pair => pair.Key == key).Select(pair => pair.Value)];
    }

    /// <summary>The same address for code that speaks <see cref="Uri"/>.</summary>
    public Uri ToUri() => new(Text);

    /// <summary>The canonical address.</summary>
    public override string ToString() => Text;

    // Several pages of one host are several websites; cut where it would be no name any more.
    private static string HostAndPath(Uri uri)
    {
        const int Longest = 100;
        var label = uri.AbsolutePath is "/" ? uri.IdnHost : uri.IdnHost + uri.AbsolutePath;
        return label.Length <= Longest ? label : $"{label[..(Longest - 1)]}…";
    }

    private string Authority() => Text[(Text.IndexOf("://", StringComparison.Ordinal) + 3)..].Split('?')[0];
}
