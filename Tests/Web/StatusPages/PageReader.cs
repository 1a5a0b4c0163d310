using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace UptimeSquirrel.Tests.Web.StatusPages;

/// <summary>Reads pages as browsers do, and does not overlook what browsers forgive.</summary>
internal static class PageReader
{
    /// <summary>The document; fails on markup that is not right.</summary>
    public static IHtmlDocument Read(string html)
    {
        // Throws at the first parse error, such as an element that is not closed.
        var document = new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(html);
        document.QuerySelectorAll("script, [style], style, [onclick], [onload], iframe, object").ShouldBeEmpty("the policy would refuse it");
        document.QuerySelectorAll("[id]").GroupBy(element => element.Id).ShouldAllBe(group => group.Count() == 1);
        document.DocumentElement.GetAttribute("lang").ShouldNotBeNullOrEmpty();
        document.QuerySelectorAll("h1").Length.ShouldBeLessThanOrEqualTo(1);
        return document;
    }

    public static string Text(string html, string selector) => Squeeze(Read(html).QuerySelector(selector)?.TextContent);

    public static string Squeeze(string? text) => string.Join(' ', (text ?? "(nothing)").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string Utf8(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);
}
