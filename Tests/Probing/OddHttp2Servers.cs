using UptimeSquirrel.Checks;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Probing;

/// <summary>What can be odd about HTTP/2.</summary>
internal static class OddHttp2Servers
{
    private static readonly byte[] Ok = [0x88];                              // :status: 200, by its number in the static table
    private static readonly byte[] NotFound = [0x8D];                        // :status: 404

    public static readonly Dictionary<string, OddServer> All = new()
    {
        ["HTTP/2"] = Of(200, Http2.Settings, Http2.Headers(Ok)),
        ["HTTP/2 with a status that is none"] = Of(404, Http2.Settings, Http2.Headers(NotFound)),
        ["HTTP/2 with a body nobody asked for"] = Of(200, Http2.Settings, Http2.Headers(Ok, isLast: false), Http2.Frame(0, 1, 1, new byte[1000])),
        ["HTTP/2 without settings"] = Of(FailureKind.BadAnswer, Http2.Headers(Ok)),
        ["HTTP/1.1 spoken where HTTP/2 was agreed"] = Of(FailureKind.BadAnswer, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8.ToArray()),
        ["HTTP/2 that ends the stream"] = Of(FailureKind.ConnectionBroken, Http2.Settings, Http2.Reset(error: 2)),
        ["HTTP/2 that refuses the stream"] = Of(FailureKind.ConnectionBroken, Http2.Refusal),
        ["HTTP/2 that says goodbye"] = Of(FailureKind.ConnectionBroken, Http2.Settings, Http2.Goodbye(error: 11)),
        ["HTTP/2 with headers that cannot be unpacked"] = Of(FailureKind.ConnectionBroken, Http2.Settings, Http2.Headers([0xFF, 0xFF, 0xFF, 0xFF, 0xFF])),
        ["HTTP/2 with a frame of 1 MB"] = Of(FailureKind.BadAnswer, Http2.Settings, [0x10, 0, 0, 1, 4, 0, 0, 0, 1]),
        ["HTTP/2 silence"] = Of(FailureKind.AnswerTimeout, Http2.Settings),
        ["HTTP/2 headers without end"] = Of(FailureKind.BadAnswer, Http2.Endless([.. Http2.Settings, .. Http2.Frame(1, 0, 1, Ok)], Http2.Frame(9, 0, 1, Http2.LongHeader(8000)))),
        ["a flood of HTTP/2 pings"] = Of(FailureKind.ConnectionBroken, Http2.Endless(Http2.Settings, Http2.Frame(6, 0, 0, new byte[8]))),
        ["a flood of HTTP/2 settings"] = Of(FailureKind.ConnectionBroken, Http2.Endless(Http2.Settings, Http2.Settings)),
        ["empty HTTP/2 continuations for ever"] = Of(FailureKind.AnswerTimeout, Http2.Endless([.. Http2.Settings, .. Http2.Frame(1, 0, 1, Ok)], Http2.Frame(9, 0, 1, []))),
    };

    private static OddServer Of(object expected, params byte[][] frames) => Of(expected, Http2.Script(frames));

    private static OddServer Of(object expected, Func<Conversation, Task> script) =>
        new(script, expected) { Certificate = TestCertificates.For("shop.example"), IsHttp2 = true };
}
