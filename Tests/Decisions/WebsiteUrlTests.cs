using CsCheck;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Decisions;

public sealed class WebsiteUrlTests
{
    [Theory]
    [InlineData("https://shop.example/", "https://shop.example/")]
    [InlineData("shop.example", "https://shop.example/")]
    [InlineData("  shop.example  ", "https://shop.example/")]
    [InlineData("HTTP://SHOP.Example/Path?Q=1#part", "http://shop.example/Path?Q=1")]
    [InlineData("https://shop.example:443", "https://shop.example/")]
    [InlineData("http://shop.example:80/x", "http://shop.example/x")]
    [InlineData("http://shop.example:443/", "http://shop.example:443/")]
    [InlineData("shop.example:8443/x", "https://shop.example:8443/x")]
    [InlineData("localhost:8080", "https://localhost:8080/")]
    [InlineData("https://shop.example.", "https://shop.example/")]
    [InlineData("https://@shop.example/", "https://shop.example/")]
    [InlineData("https://shop.example?q", "https://shop.example/?q")]
    [InlineData("https://shop.example/a/../b/./c", "https://shop.example/b/c")]
    [InlineData("https://bücher.example/straße", "https://xn--bcher-kva.example/stra%C3%9Fe")]
    [InlineData("https://BÜCHER.example/", "https://xn--bcher-kva.example/")]
    [InlineData("https://xn--bcher-kva.example/", "https://xn--bcher-kva.example/")]
    [InlineData("http://[2001:DB8:0:0::1]:8080/x", "http://[2001:db8::1]:8080/x")]
    [InlineData("http://[::1]", "http://[::1]/")]
    [InlineData("http://192.168.1.5/x", "http://192.168.1.5/x")]
    [InlineData("http://2130706433/", "http://127.0.0.1/")]
    [InlineData("http://0x7f.1/", "http://127.0.0.1/")]
    [InlineData("https://shop_1.example/", "https://shop_1.example/")]
    [InlineData("https://shop.example/%7Ename", "https://shop.example/~name")]
    [InlineData("https://shop.example/a@b", "https://shop.example/a@b")]
    public void Has_one_spelling(string text, string canonical) => WebsiteUrl.Parse(text).Text.ShouldBe(canonical);

    [Theory]
    [InlineData(null, "An address is missing: expected something like https://shop.example/")]
    [InlineData("   ", "An address is missing: expected something like https://shop.example/")]
    [InlineData("ftp://shop.example/", "'ftp://shop.example/' starts with 'ftp:'; only http://, https://, tcp://, tls://, dns://, ping:// and heartbeat:// can be watched.")]
    [InlineData("file:///etc/passwd", "'file:///etc/passwd' starts with 'file:'; only http://, https://, tcp://, tls://, dns://, ping:// and heartbeat:// can be watched.")]
    [InlineData("file:////\u202e/~", "'file:////\u202e/~' starts with 'file:'; only http://, https://, tcp://, tls://, dns://, ping:// and heartbeat:// can be watched.")]
    [InlineData("javascript:alert(1)", "'javascript:alert(1)' starts with 'javascript:'; only http://, https://, tcp://, tls://, dns://, ping:// and heartbeat:// can be watched.")]
    [InlineData("https://", "'https://' is not an address: expected something like https://shop.example/")]
    [InlineData("https:///x", "'https:///x' is not an address: expected something like https://shop.example/")]
    [InlineData("https://shop.example:0/", "'https://shop.example:0/' has port 0; a port is a number from 1 to 65535.")]
    [InlineData("https://shop.example:65536/", "'https://shop.example:65536/' is not an address: expected something like https://shop.example/")]
    [InlineData("https://shop..example/", "'https://shop..example/' is not an address: expected something like https://shop.example/")]
    [InlineData("https://8./", "'https://8./' has a host name that cannot exist.")]
    [InlineData("https://0x7f.1./", "'https://0x7f.1./' has a host name that cannot exist.")]
    [InlineData("https://sh op.example/", "'https://sh op.example/' is not an address: it holds a blank or a control character.")]
    [InlineData("https://shop.example/\u001b[2J", "'https://shop.example/\uFFFD[2J' is not an address: it holds a blank or a control character.")]
    [InlineData("https://shop.example/\r\nX: y", "'https://shop.example/\uFFFD\uFFFDX: y' is not an address: it holds a blank or a control character.")]
    [InlineData("https://me:secret@shop.example/", "'https://***@shop.example/' was given with a user name or password in the address; leave them out.")]
    [InlineData("https://me@shop.example/", "'https://***@shop.example/' was given with a user name or password in the address; leave them out.")]
    public void Says_what_is_wrong(string? text, string expected)
    {
        WebsiteUrl.TryParse(text, out var url, out var problem).ShouldBeFalse();

        (url, problem).ShouldBe((null, expected));
    }

    [Theory]
    [InlineData("me:secret@shop.example")]
    [InlineData("me:12secret@shop.example")]
    [InlineData("https://me:sec ret@shop.example/")]
    [InlineData("ftp://me:secret@shop.example/")]
    [InlineData("https://me:secret@shop.example:99999/")]
    public void Never_repeats_a_password(string text)
    {
        WebsiteUrl.TryParse(text, out _, out var problem).ShouldBeFalse();

        problem.ShouldNotContain("ret@");
        problem.ShouldNotContain("secret");
    }

    [Fact]
    public void A_very_long_address_is_refused_in_few_words()
    {
        WebsiteUrl.TryParse("https://shop.example/" + new string('a', 100_000), out _, out var problem).ShouldBeFalse();

        problem.ShouldBe($"The address 'https://shop.example/{new string('a', 99)}…' has 100,021 characters; at most 2,048 are taken.");
    }

    [Theory]
    [InlineData(2048, true)]
    [InlineData(2049, false)]
    public void The_longest_address_is_2048_characters(int length, bool isGood) =>
        WebsiteUrl.TryParse("https://shop.example/".PadRight(length, 'a'), out _, out _).ShouldBe(isGood);

    [Fact]
    public void An_address_that_is_too_long_only_once_written_out_is_refused() =>
        WebsiteUrl.TryParse("https://shop.example/" + new string('ü', 1000), out _, out _).ShouldBeFalse();

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    public void A_label_of_a_name_has_at_most_63_characters(int length, bool isGood) =>
        WebsiteUrl.TryParse($"https://{new string('a', length)}.example/", out _, out _).ShouldBe(isGood);

    [Fact]
    public void Two_spellings_of_one_address_are_equal() =>
        WebsiteUrl.Parse("HTTPS://Shop.Example:443/#top").ShouldBe(WebsiteUrl.Parse("shop.example"));

    [Fact]
    public void The_canonical_spelling_of_a_canonical_spelling_is_itself() =>
        Addresses.Sample(text => !WebsiteUrl.TryParse(text, out var url, out _) || WebsiteUrl.Parse(url.Text).Text == url.Text, iter: 20_000);

    [Fact]
    public void Whatever_is_typed_gets_an_answer_that_is_safe_to_print() =>
        Gen.String.Sample(text => WebsiteUrl.TryParse(text, out var url, out var problem)
            ? url.Text.All(c => c is > ' ' and < '\u007f')
            : !problem.Any(char.IsControl));

    [Fact]
    public void A_good_address_is_plain_text_that_other_code_can_read() =>
        Addresses.Sample(text => !WebsiteUrl.TryParse(text, out var url, out _) ||
                                 (url.Text.All(c => c is > ' ' and < '\u007f') && url.ToUri().IsAbsoluteUri && url.ToUri().UserInfo.Length == 0), iter: 20_000);

    private static readonly Gen<string> Addresses =
        Gen.Select(
            OneOf("http://", "https://", "", "HTTP://", "ftp://", "//", "http:\\\\"),
            OneOf("shop.example", "SHOP.example.", "bücher.example", "[::1]", "[FE80::1%25eth0]", "1.2.3.4", "0x7f.1", "1.2.3", "a_b.c", "me@x.y", "..", "ﬀ.example", "١.example"),
            OneOf("", ":80", ":443", ":0", ":8080", ":99999", ":"),
            Gen.String[Gen.Char["/?#%.\\@:abcÄß€ 0129AZ~+&=;\u0000\u202e\ud800"], 0, 20],
            (scheme, host, port, rest) => $"{scheme}{host}{port}/{rest}");

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);
}
