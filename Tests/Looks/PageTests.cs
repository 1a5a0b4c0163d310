using System.Text;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Looks;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Tests.Probing;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Looks;

/// <summary>What is looked for on pages, however odd the page.</summary>
public sealed class PageTests : IAsyncLifetime
{
    private static readonly LookSettings _cart = new() { Keyword = "Add to cart" };
    private static readonly string _long = new('x', Page.MaximumBytes);
    private LocalWebsite _site = null!;

    public async ValueTask InitializeAsync() => _site = await LocalWebsite.StartAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    public static TheoryData<string, string?> Keywords => new()
    {
        { "<p>Add to cart</p>", null },
        { "<p>ADD TO CART</p>", "The page came, but the words 'Add to cart' are not on it." },
        { "", "The page came, but the words 'Add to cart' are not on it." },
        { _long[11..] + "Add to cart", null },
        { _long[10..] + "Add to cart", "The page came, but the words 'Add to cart' are not in its first 64 kB." },
    };

    [Theory, MemberData(nameof(Keywords))]
    public async Task Words_must_be_on_the_page_as_far_as_it_is_read(string page, string? sentence)
    {
        _site.Answer = SiteWith.Page(page);

        SiteWith.SentenceOf(await _site.LookAsync(_cart)).ShouldBe(sentence);
    }

    [Theory]
    [InlineData("Sold out", "The page came, but the words 'Sold out' are on it, which must not be there.")]
    [InlineData("In stock", null)]
    public async Task Words_must_not_be_on_the_page(string page, string? sentence)
    {
        _site.Answer = SiteWith.Page(page);

        SiteWith.SentenceOf(await _site.LookAsync(new() { UnwantedKeyword = "Sold out" })).ShouldBe(sentence);
    }

    [Theory]
    [InlineData("utf-8", null, true)]
    [InlineData("utf-8", "text/html; charset=utf-8", true)]
    [InlineData("utf-8", "text/html; charset=\"UTF-8\"", true)]
    [InlineData("utf-8", "text/html; charset=klingon", true)]
    [InlineData("utf-8", "nonsense;;=", true)]
    [InlineData("iso-8859-1", "text/html; charset=iso-8859-1", true)]
    [InlineData("iso-8859-1", "text/html; charset=utf-8", true)]
    [InlineData("iso-8859-1", null, true)]
    [InlineData("windows-1252", "text/html; charset=windows-1252", true)]
    [InlineData("utf-16", "text/html; charset=utf-16", true)]
    [InlineData("utf-16BE", "text/html; charset=utf-16be", true)]
    [InlineData("windows-1251", "text/html; charset=utf-8", false)]
    public async Task A_page_is_read_as_declared_and_as_well_as_can_be_where_that_is_not_true(string sent, string? declared, bool isFound)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(sent) ?? Encoding.GetEncoding(sent);
        _site.Answer = SiteWith.Page(encoding.GetBytes("<p>Größe wählen</p>"), declared is null ? "" : $"Content-Type: {declared}\r\n");

        (SiteWith.SentenceOf(await _site.LookAsync(new() { Keyword = "Größe wählen" })) is null).ShouldBe(isFound);
    }

    [Fact]
    public async Task A_byte_order_mark_says_how_a_page_is_written()
    {
        _site.Answer = SiteWith.Page([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("Add to cart")]);

        SiteWith.SentenceOf(await _site.LookAsync(_cart)).ShouldBeNull();
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_compressed_page_is_unpacked(string coding)
    {
        var page = Encoding.UTF8.GetBytes(_long[11..] + "Add to cart");
        _site.Answer = SiteWith.Page(coding == "br" ? SiteWith.Brotli(page) : SiteWith.Gzip(page), $"Content-Encoding: {coding}\r\n");

        SiteWith.SentenceOf(await _site.LookAsync(_cart)).ShouldBeNull();
        _site.Requests[0].ShouldContain("Accept-Encoding: gzip, br\r\n");
    }

    [Fact]
    public async Task A_stream_that_unpacks_to_nothing_for_ever_ends_at_the_bound()
    {
        // Blocks of no bytes at all, as deflate allows them.
        byte[] head = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3];
        byte[] nothing = [.. Enumerable.Repeat<byte[]>([0, 0, 0, 0xff, 0xff], 2000).SelectMany(block => block)];
        _site.Answer = SiteWith.Endless("Content-Encoding: gzip\r\n", nothing, head);

        SiteWith.SentenceOf(await _site.LookAsync(_cart)).ShouldBe("The page came, but it cannot be read: it is compressed to next to nothing, and goes on and on.");
    }

    [Theory]
    [InlineData("gzip", "its compression is broken")]
    [InlineData("br", "its compression is broken")]
    [InlineData("zstd", "it is compressed with 'zstd', which was not asked for")]
    [InlineData("gzip, gzip", "it is compressed with 'gzip, gzip', which was not asked for")]
    public async Task What_cannot_be_unpacked_is_named(string coding, string why)
    {
        _site.Answer = SiteWith.Page(Enumerable.Repeat((byte)0xEE, 200).ToArray(), $"Content-Encoding: {coding}\r\n");

        SiteWith.SentenceOf(await _site.LookAsync(_cart)).ShouldBe($"The page came, but it cannot be read: {why}.");
    }

    [Fact]
    public async Task A_page_without_an_end_is_read_as_far_as_pages_are()
    {
        _site.Answer = SiteWith.Endless("", Encoding.UTF8.GetBytes(_long));

        SiteWith.SentenceOf(await _site.LookAsync(_cart)).ShouldBe("The page came, but the words 'Add to cart' are not in its first 64 kB.");
    }

    [Fact]
    public async Task A_page_in_pieces_is_put_together()
    {
        _site.Answer = Answers.RawAndHangUp("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nAdd to\r\n5\r\n cart\r\n0\r\n\r\n");

        SiteWith.SentenceOf(await _site.LookAsync(_cart)).ShouldBeNull();
    }

    [Fact]
    public async Task A_page_that_drips_is_out_of_time()
    {
        _site.Answer = SiteWith.Drip("Transfer-Encoding: chunked\r\n", "1\r\nx\r\n");

        var result = await _site.LookAsync(_cart, Probes.Hasty);

        result.Failure.ShouldBe(FailureKind.AnswerTimeout);
        result.Detail.ShouldBe($"connected to 127.0.0.1:{_site.Port}, no complete answer in time");
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nAdd to")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n50\r\nAdd to")]
    public async Task A_page_that_breaks_off_is_no_answer(string answer)
    {
        _site.Answer = Answers.RawAndHangUp(answer);

        (await _site.LookAsync(_cart)).Failure.ShouldBe(FailureKind.ConnectionBroken);
    }

    [Fact]
    public async Task A_page_with_another_status_is_not_read()
    {
        _site.Answer = Answers.Endless("HTTP/1.1 503 Busy\r\nContent-Length: 99999999\r\n\r\n", _long);

        SiteWith.SentenceOf(await _site.LookAsync(_cart))!.ShouldStartWith("The server answered 503");
    }
}
