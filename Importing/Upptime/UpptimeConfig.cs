using System.Text.Json;
using UptimeSquirrel.Importing.Foreign;

namespace UptimeSquirrel.Importing.Upptime;

/// <summary>The <c>.upptimerc.yml</c> of upptime.</summary>
internal static class UpptimeConfig
{
    private const double UsualInterval = 300;

    public static bool Recognises(JsonElement root) => new Fields(root).Objects("sites").Any(site => site.Have("url"));

    public static void Read(JsonElement root, ReadingChoices choices, ListContent content)
    {
        foreach (var site in new Fields(root).Objects("sites"))
            Read(site, choices).AddTo(content);
        if (new Fields(root).Have("status-website"))
            content.Remark("The section 'status-website' was left out: it is about a page, not about what is watched.");
    }

    private static Wish Read(Fields site, ReadingChoices choices)
    {
        var wish = new Wish(site.Text("name"), choices);
        var url = site.Text("url");
        ReadAddress(url, site, wish);
        if (url?.StartsWith('$') == true)
            wish.Skip("Its address is a secret of GitHub, such as $SITE: put the address into the file first.");
        wish.Every(UsualInterval);
        wish.Tag(site.Texts("tags"));
        wish.SlowAfter(site.Number("maxResponseTime"));
        var look = wish.Look;
        look.Method(site.Text("method"));
        wish.Accept(site.Texts("expectedStatusCodes"));
        foreach (var header in site.Texts("headers"))
            ReadHeader(header, look, wish);
        look.Body(site.Text("body"));
        look.Words(site.Text("__dangerous__body_down_if_text_missing"));
        look.Words(site.Text("__dangerous__body_down"), isUnwanted: true);
        look.IgnoreCertificate(site.Flag("__dangerous__insecure") ?? site.Flag("__dangerous__disable_verify_peer"));
        look.StopAtRedirect(site.Number("maxRedirects") is 0);
        if (site.Have("__dangerous__body_degraded") || site.Have("__dangerous__body_degraded_if_text_missing"))
            wish.Remark("The words that make it degraded were left out: a website is up or down here.");
        return wish;
    }

    private static void ReadAddress(string? url, Fields site, Wish wish)
    {
        var scheme = url?.IndexOf("://", StringComparison.Ordinal) ?? -1;
        var host = scheme < 0 ? url : url![(scheme + 3)..].TrimEnd('/');
        switch (site.Text("check")?.ToLowerInvariant())
        {
            case null or "http":
                wish.Address(url);
                break;
            case "tcp-ping":
                wish.Address(site.Text("port") is { } port ? $"tcp://{host}:{port}" : $"tcp://{host}");
                break;
            case "ssl":
                wish.Address($"tls://{host}{(site.Text("port") is { } tlsPort ? $":{tlsPort}" : "")}");
                break;
            case var other:
                wish.Skip($"There is nothing like the check '{PlainText.Start(other, 30)}' here.");
                break;
        }
    }

    private static void ReadHeader(string text, WishedLook look, Wish wish)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1)
            wish.Remark("One of its headers was left out: it has no colon.");
        else if (text[(colon + 1)..].Contains('$', StringComparison.Ordinal))
            wish.Remark($"The header {PlainText.Start(text[..colon], 60)} was left out: its value is a secret of GitHub.");
        else
            look.Header(text[..colon].Trim(), text[(colon + 1)..].Trim());
    }
}
