using System.Xml;
using System.Xml.Linq;
using UptimeSquirrel.Importing.Foreign;

namespace UptimeSquirrel.Importing.Sitemaps;

/// <summary>A <c>sitemap.xml</c>, or an index of some: the addresses of the pages of a website. OPML, which lists feeds, is read as well.</summary>
internal static class Sitemap
{
    /// <exception cref="NoListException">It is XML, but no list of addresses.</exception>
    public static ListContent Read(string text, ReadingChoices choices)
    {
        var root = Parse(text).Root;
        var content = new ListContent { Source = root?.Name.LocalName == "opml" ? "OPML" : "a sitemap", Most = choices.MostEntries };
        var addresses = root?.Name.LocalName switch
        {
            "urlset" or "sitemapindex" => root.Elements().Select(element => (Name: (string?)null, Address: element.Elements().FirstOrDefault(child => child.Name.LocalName == "loc")?.Value.Trim())),
            "opml" => root.Descendants().Where(element => element.Name.LocalName == "outline").Select(OfOutline),
            _ => throw new NoListException($"The file is XML, but '{PlainText.Start(root?.Name.LocalName ?? "", 40)}' is no list of websites: expected a sitemap."),
        };
        var all = addresses.Where(one => one.Address is not null).Select(one => (one.Name, Address: one.Address!)).ToList();
        var taken = choices.EveryPage || root.Name.LocalName == "opml" ? all : [.. all.Select(one => (one.Name, Address: FrontPage(one.Address))).Distinct()];
        foreach (var (name, address) in taken)
        {
            var wish = new Wish(name, choices);
            wish.Address(address);
            wish.AddTo(content);
        }

        if (root.Name.LocalName == "sitemapindex")
            content.Remark("The file lists other sitemaps, which were not fetched: only the front page is taken.");
        else if (taken.Count < all.Count)
            content.Remark($"Of {Counted.Of(all.Count, "page")} only the front page is taken: --pages takes each as a website of its own.");
        return content;
    }

    // Nothing is fetched and nothing unfolds, whatever the file asks for.
    private static XDocument Parse(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            return XDocument.Load(reader);
        }
        catch (XmlException exception)
        {
            throw new NoListException($"The file begins like XML, but is none: {exception.Message.TrimEnd('.')}.");
        }
    }

    private static (string? Name, string? Address) OfOutline(XElement outline) =>
        ((string?)outline.Attribute("title") ?? (string?)outline.Attribute("text"), (string?)outline.Attribute("htmlUrl") ?? (string?)outline.Attribute("xmlUrl"));

    private static string FrontPage(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? $"{uri.Scheme}://{uri.Authority}/" : address;
}
