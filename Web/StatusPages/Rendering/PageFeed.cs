using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using UptimeSquirrel.StatusPages;

namespace UptimeSquirrel.Web.StatusPages.Rendering;

/// <summary>A status page for feed readers (Atom, RFC 4287): its outages and announcements. It changes only when there is news.</summary>
internal static class PageFeed
{
    private const string Namespace = "http://www.w3.org/2005/Atom";
    private const int MostEntries = 100;

    public static byte[] Write(StatusPageView view)
    {
        var text = PageText.Of(view.Settings);
        var entries = view.Outages.Select(outage => Outage(outage, view, text)).Concat(view.Announcements.Select(announcement => News(announcement, view, text)))
            .OrderByDescending(entry => entry.Updated).ThenBy(entry => entry.Id, StringComparer.Ordinal).Take(MostEntries).ToList();
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, CheckCharacters = false }))
            Write(xml, view, text, entries);
        return bytes.ToArray();
    }

    private static void Write(XmlWriter xml, StatusPageView view, PageText text, List<Entry> entries)
    {
        // Readers resolve what is relative against the address they read the feed from; the domain is known only where the page has its own.
        var home = view.Settings.Domain is { } domain ? $"https://{domain}" : "";
        xml.WriteStartElement("feed", Namespace);
        xml.WriteAttributeString("xml", "lang", null, text.Words.Code);
        Element(xml, "id", Urn(view.Slug.Text, "feed"));
        Element(xml, "title", view.Settings.Title);
        Element(xml, "updated", Moment(entries.Count > 0 ? entries[0].Updated : view.Groups.SelectMany(group => group.Websites).Select(website => website.Since).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max()));
        Link(xml, "self", $"{home}/status/{view.Slug}/feed.atom");
        Link(xml, "alternate", $"{home}/status/{view.Slug}");
        xml.WriteStartElement("author", Namespace);
        Element(xml, "name", view.Settings.Title);
        xml.WriteEndElement();
        foreach (var entry in entries)
        {
            xml.WriteStartElement("entry", Namespace);
            Element(xml, "id", entry.Id);
            Element(xml, "title", entry.Title);
            Element(xml, "published", Moment(entry.Published));
            Element(xml, "updated", Moment(entry.Updated));
            Link(xml, "alternate", $"{home}/status/{view.Slug}");
            xml.WriteStartElement("content", Namespace);
            xml.WriteAttributeString("type", "html");
            xml.WriteString(entry.Content.Text);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static Entry Outage(OutageView outage, StatusPageView view, PageText text)
    {
        var title = outage.To is { } end
            ? PageText.Fill(text.Words.WasDown, outage.Name, text.Length(end - outage.From))
            : PageText.Fill(text.Words.IsDown, outage.Name);
        return new Entry(
            Urn(view.Slug.Text, "outage", outage.Key), title, outage.From, outage.To ?? outage.From, Html.Of($"<p>{title}.</p><p>{EventHtml.Span(outage.From, outage.To, text)}</p>"));
    }

    private static Entry News(Announcement announcement, StatusPageView view, PageText text)
    {
        var latest = announcement.LastSaidAt();
        var updated = announcement.ResolvedAt is { } resolved && resolved > latest ? resolved : latest;
        var state = announcement.ResolvedAt is null ? "" : $" ({text.Words.Resolved})";
        return new Entry(
            Urn(view.Slug.Text, "announcement", announcement.Id, announcement.At.UtcTicks.ToString(CultureInfo.InvariantCulture)),
            $"{text.Kind(announcement.Kind)}: {announcement.Title}{state}", announcement.At, updated,
            Html.All(announcement.Updates.Reverse().Select(update => Html.Of($"<p>{text.Moment(update.At)}</p>{PageHtml.Paragraphs(update.Text)}"))));
    }

    // The writer refuses what XML has no place for, and a feed must not break because somebody pasted it.
    private static void Element(XmlWriter xml, string name, string text) =>
        xml.WriteElementString(name, Namespace, string.Concat(text.Where((c, i) => XmlConvert.IsXmlChar(c) || (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1])) || (i > 0 && char.IsSurrogatePair(text[i - 1], c)))));

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static string Urn(params string[] names) => $"urn:uuid:{new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', names))).AsSpan(0, 16), bigEndian: true)}";

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private sealed record Entry(string Id, string Title, DateTimeOffset Published, DateTimeOffset Updated, Html Content);
}
