using System.Globalization;
using System.Text;
using CsCheck;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Probing;
using UptimeSquirrel.Tests.Support.Web;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Tests.Probing;

/// <summary>Random input of the kind that strangers choose. A few thousand cases each; CONTRIBUTING.md says how to run a million.</summary>
public sealed class FuzzTests
{
    private static readonly long Cases = long.Parse(Environment.GetEnvironmentVariable("UPTIMESQUIRREL_FUZZ_CASES") ?? "3000", CultureInfo.InvariantCulture);
    private static readonly ProbeOptions Options = new();
    private static readonly HopSender Sender = new(Options);

    [Fact]
    public Task Whatever_a_server_sends_is_an_answer_or_a_failure_with_a_name() =>
        Gen.Select(HttpBytes, Gen.Int[1, 20], Gen.Bool).SampleAsync(async (bytes, pieces, isHead) =>
            await HasANameAsync(new Connection(new ScriptedStream(bytes, pieces), IsHttp2: false), isHead ? CheckMethod.Head : CheckMethod.Get), iter: Cases);

    [Fact]
    public Task Whatever_frames_a_server_sends_is_an_answer_or_a_failure_with_a_name() =>
        Gen.Select(Http2Bytes, Gen.Int[1, 20], Gen.Bool).SampleAsync(async (bytes, pieces, isHead) =>
            await HasANameAsync(new Connection(new ScriptedStream(bytes, pieces), IsHttp2: true), isHead ? CheckMethod.Head : CheckMethod.Get), iter: Cases);

    [Fact]
    public void Wherever_a_server_redirects_to_it_is_a_web_address_or_a_failure_with_a_name() =>
        Gen.Select(Addresses, Addresses).Sample((from, location) =>
        {
            if (!WebsiteUrl.TryParse(from, out var url, out _))
                return true;
            var route = new Route(url.ToUri());
            var kind = route.Follow(location).Kind;
            return kind is FailureKind.BadRedirect or FailureKind.RedirectLoop ||
                   (kind == FailureKind.None && route.Current.Scheme is "http" or "https" && route.Current.UserInfo.Length == 0 && route.Current.Port > 0 && route.FinalUrl!.All(c => !char.IsControl(c)));
        }, iter: Cases);

    [Fact]
    public void Whatever_is_typed_has_one_spelling_or_a_sentence_that_says_why_not() =>
        Gen.OneOf(Addresses, Gen.String).Sample(
            text => WebsiteUrl.TryParse(text, out var url, out var problem)
                ? WebsiteUrl.Parse(url.Text).Text == url.Text && url.Text.All(c => c is > ' ' and < '\u007f') && url.ToUri().UserInfo.Length == 0 && url.ToUri().Host.Length > 0
                : problem.Length > 0 && !problem.Any(char.IsControl),
            iter: Cases);

    private static Gen<byte[]> HttpBytes { get; } = Pieces(
        "HTTP/1.1 200 OK\r\n"u8.ToArray(), "HTTP/1.1 103 Early Hints\r\n\r\n"u8.ToArray(), "HTTP/1.0 500 \r\n"u8.ToArray(), "HTTP/1.1 "u8.ToArray(), "HTTP/9"u8.ToArray(),
        "\r\n"u8.ToArray(), "\r\n\r\n"u8.ToArray(), "\n"u8.ToArray(), ": "u8.ToArray(), " "u8.ToArray(), "Location: /x\r\n"u8.ToArray(), "Location: \u00ff\r\n"u8.ToArray(), "Content-Length: 5\r\n"u8.ToArray(),
        "Content-Length: -1\r\n"u8.ToArray(), "Transfer-Encoding: chunked\r\n"u8.ToArray(), "Content-Encoding: gzip\r\n"u8.ToArray(), "5\r\nHello\r\n0\r\n\r\n"u8.ToArray(), "cf-mitigated: challenge\r\n"u8.ToArray(),
        "Set-Cookie: a\r\n"u8.ToArray(), "Connection: keep-alive, upgrade\r\n"u8.ToArray(), "X: "u8.ToArray(), Encoding.ASCII.GetBytes("X: " + new string('x', 70_000)));

    private static Gen<byte[]> Http2Bytes { get; } = Pieces(
        Http2.Settings, Http2.Headers([0x88]), Http2.Headers([0x8D], isLast: false), Http2.Headers([0x88, .. Http2.LongHeader(500)]), Http2.Reset(2), Http2.Reset(0xD), Http2.Goodbye(0), Http2.Goodbye(11),
        Http2.Frame(0, 1, 1, new byte[10]), Http2.Frame(0, 8, 1, [255, 0]), Http2.Frame(5, 4, 1, [0, 0, 0, 2, 0x82]), Http2.Frame(6, 0, 0, new byte[8]), Http2.Frame(8, 0, 0, [0, 0, 0, 0]), Http2.Frame(9, 4, 1, [0x88]),
        Http2.Frame(1, 0x2D, 1, [1, 0, 0, 0, 0, 9, 0x88, 0]), Http2.Frame(4, 0, 0, [0, 1, 0, 0, 0, 0]), [0, 0, 1], [0xFF]);

    private static Gen<string> Addresses { get; } =
        Gen.Select(
            OneOf("http://", "https://", "", "HTTP://", "ftp://", "//", "http:\\\\", "/", "?", "../", "javascript:", "file:///"),
            OneOf("shop.example", "SHOP.example.", "bücher.example", "[::1]", "[FE80::1%25eth0]", "1.2.3.4", "0x7f.1", "a_b.c", "me@x.y", "me:secret@x.y", "..", "ﬀ.example", "١.example", "xn--a", ""),
            OneOf("", ":80", ":443", ":0", ":8080", ":99999", ":"),
            Gen.String[Gen.Char["/?#%.\\@:[]abcÄß€ 0129AZ~+&=;\u0000\u202e\ud800"], 0, 20],
            (scheme, host, port, rest) => $"{scheme}{host}{port}/{rest}");

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    // Whole pieces of the protocol in any order, with random bytes between them and a bit turned here and there.
    private static Gen<byte[]> Pieces(params byte[][] known) =>
        Gen.Select(Gen.OneOf(OneOf(known), OneOf(known), Gen.Byte.Array[0, 12]).Array[0, 12], Gen.Int[0, 3], Gen.Int, (parts, turned, seed) =>
        {
            byte[] bytes = [.. parts.SelectMany(part => part)];
            for (var i = 0; i < turned && bytes.Length > 0; i++)
                bytes[(int)((uint)(seed * (i + 7)) % (uint)bytes.Length)] ^= (byte)(1 << (i + (seed & 3)));
            return bytes;
        });

    private static async Task<bool> HasANameAsync(Connection connection, CheckMethod method)
    {
        try
        {
            using var response = await Sender.SendAsync(new Route(new Uri("http://shop.example/")), method, connection, null, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));
            var answer = Answer.Of(response);
            return answer.Status is >= 100 and <= 999 && (answer.Text is null || !answer.Text.Any(char.IsControl));
        }
        catch (Exception e) when (e is not TimeoutException)
        {
            var (kind, detail) = FailureNames.OfAnswer(e);
            return kind is FailureKind.BadAnswer or FailureKind.ConnectionBroken && detail.Length > 0;
        }
    }
}
