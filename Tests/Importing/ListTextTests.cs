using System.Text;
using UptimeSquirrel.Importing;

namespace UptimeSquirrel.Tests.Importing;

public sealed class ListTextTests
{
    private const string Sitemap = """
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
          <url><loc>https://shop.example/</loc><lastmod>2026-01-01</lastmod></url>
          <url><loc> https://shop.example/cart?a=1&amp;b=2 </loc></url>
        </urlset>
        """;

    [Fact]
    public void Of_a_sitemap_the_front_page_is_taken_unless_all_are_wanted()
    {
        Told.Read(Sitemap).ShouldBe(["https://shop.example/", "* Of 2 pages only the front page is taken: --pages takes each as a website of its own."]);
        Told.Read(Sitemap, new ReadingChoices { EveryPage = true }).ShouldBe(["https://shop.example/", "https://shop.example/cart?a=1&b=2"]);
    }

    [Fact]
    public void Of_an_index_of_sitemaps_nothing_is_fetched() =>
        Told.Read("<sitemapindex><sitemap><loc>https://shop.example/map1.xml</loc></sitemap></sitemapindex>").ShouldBe(
            ["https://shop.example/", "* The file lists other sitemaps, which were not fetched: only the front page is taken."]);

    [Fact]
    public void A_list_of_feeds_becomes_their_websites() =>
        Told.Read("""<opml version="2.0"><body><outline text="News"><outline text="Blog" htmlUrl="https://blog.example" xmlUrl="https://blog.example/feed"/></outline></body></opml>""")
            .ShouldBe(["https://blog.example/; name Blog"]);

    [Theory]
    [InlineData("<html><body></body></html>", "The file is XML, but 'html' is no list of websites: expected a sitemap.")]
    [InlineData("<urlset>", "The file begins like XML, but is none: ")]
    public void Other_xml_is_refused(string text, string beginning) => Should.Throw<NoListException>(() => Told.Read(text)).Message.ShouldStartWith(beginning);

    [Fact]
    public void A_file_that_asks_for_other_files_gets_nothing() =>
        Told.Read("""<!DOCTYPE urlset [<!ENTITY x SYSTEM "file:///etc/passwd">]><urlset><url><loc>https://a.example/</loc></url></urlset>""").ShouldBe(["https://a.example/"]);

    [Fact]
    public void A_plain_list_stays_one_line_by_line() =>
        Told.Read("# ours\nshop.example\n[::1]:8443/x\nping://gate.example\nftp://old.example\n").ShouldBe(
            [
                "https://shop.example/", "https://[::1]:8443/x", "ping://gate.example",
                "bad: 'ftp://old.example' starts with 'ftp:'; only http://, https://, tcp://, tls://, dns://, ping:// and heartbeat:// can be watched.",
            ]);

    [Fact]
    public void An_address_in_brackets_at_the_beginning_is_no_json() => Told.Read("[::1]:8443/x\nshop.example").ShouldBe(["https://[::1]:8443/x", "https://shop.example/"]);

    public static TheoryData<string, bool> Encodings => new()
    {
        { "utf-8", true }, { "utf-8", false }, { "utf-16", true }, { "utf-16", false }, { "utf-16BE", true }, { "utf-16BE", false }, { "utf-32", true },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_usual_encoding_is_read(string name, bool hasMark)
    {
        var encoding = Encoding.GetEncoding(name);
        var mark = hasMark ? encoding.GetPreamble() : Array.Empty<byte>();

        FileText.Decode([.. mark, .. encoding.GetBytes("""{"name":"B\u00fccher"}""" + " B\u00fccher\r\n")]).ShouldBe(("""{"name":"B\u00fccher"}""" + " B\u00fccher\r\n", null));
    }

    [Fact]
    public void What_is_none_of_them_is_read_as_Latin_1_and_says_so() =>
        FileText.Decode(Encoding.Latin1.GetBytes("name\nB\u00fccher")).ShouldBe(("name\nB\u00fccher", "The file is not in UTF-8; it was read as Latin-1. Look at the names."));

    [Fact]
    public void An_empty_file_holds_nothing()
    {
        FileText.Decode([]).ShouldBe(("", null));
        Told.Read("").ShouldBeEmpty();
        Told.Read("  \r\n").ShouldBeEmpty();
    }

    [Fact]
    public void A_name_that_would_command_the_terminal_or_fill_the_screen_is_tidied() =>
        Told.Read($$"""{"monitorList":[{"type":"http","name":"a\u001b[2J\nb{{new string('x', 300)}}","url":"https://a.example"}]}""").Single()
            .ShouldBe($"https://a.example/; name a [2J b{new string('x', 193)}");
}
