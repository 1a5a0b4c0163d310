using UptimeSquirrel.Checks;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Probing;

/// <summary>What can be odd about encryption.</summary>
internal static class OddTlsServers
{
    private static readonly DateTimeOffset Past = new(2026, 1, 3, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Future = new(2033, 2, 4, 0, 0, 0, TimeSpan.Zero);

    public static readonly Dictionary<string, OddServer> All = new()
    {
        ["a good certificate"] = new(Answers.Ok, 200) { Certificate = TestCertificates.For("shop.example") },
        ["a certificate for many names"] = new(Answers.Ok, 200) { Certificate = TestCertificates.For([.. Enumerable.Range(0, 500).Select(i => $"a{i}.example"), "shop.example"]) },
        ["expired"] = new(Answers.Ok, FailureKind.CertificateProblem) { Certificate = TestCertificates.Expired("shop.example", Past) },
        ["not yet valid"] = new(Answers.Ok, FailureKind.CertificateProblem) { Certificate = TestCertificates.NotYetValid("shop.example", Future) },
        ["wrong name"] = new(Answers.Ok, FailureKind.CertificateProblem) { Certificate = TestCertificates.For("other.example") },
        ["a star too short"] = new(Answers.Ok, FailureKind.CertificateProblem) { Certificate = TestCertificates.For("*.shop.example") },
        ["self-signed"] = new(Answers.Ok, FailureKind.CertificateProblem) { Certificate = TestCertificates.SelfSigned("shop.example") },
        ["an unknown authority"] = new(Answers.Ok, FailureKind.CertificateProblem) { Certificate = TestCertificates.FromNobody("shop.example") },
        ["signed by way of SHA-1"] = new(Answers.Ok, FailureKind.CertificateProblem) { Certificate = TestCertificates.SignedWithSha1("shop.example"), IsWeak = true },
        ["RSA of 1024 bits"] = new(Answers.Ok, FailureKind.CertificateProblem) { Certificate = TestCertificates.WithRsaKey("shop.example", 1024), IsWeak = true },
        ["RSA of 2048 bits"] = new(Answers.Ok, 200) { Certificate = TestCertificates.WithRsaKey("shop.example", 2048) },

        ["plain HTTP where TLS was due"] = new(Answers.Raw("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"), FailureKind.TlsFailed) { IsBrokenTls = true },
        ["hangs up in the handshake"] = new(Answers.RawAndHangUp(""), FailureKind.TlsFailed) { IsBrokenTls = true },
        ["resets in the handshake"] = new(ReadAndResetAsync, FailureKind.TlsFailed) { IsBrokenTls = true },
        ["a TLS alert"] = new(conversation => conversation.SendAsync([0x15, 3, 3, 0, 2, 2, 40]), FailureKind.TlsFailed) { IsBrokenTls = true },
        ["zeros for ever in the handshake"] = new(Answers.Endless("", new string('\0', 4096)), FailureKind.TlsFailed) { IsBrokenTls = true },
        ["half a server hello"] = new(HalfAHelloAsync, FailureKind.TlsTimeout) { IsBrokenTls = true },
        ["silence in the handshake"] = new(Answers.Hang, FailureKind.TlsTimeout) { IsBrokenTls = true },

        ["encrypted silence"] = new(Answers.Hang, FailureKind.AnswerTimeout) { Certificate = TestCertificates.For("shop.example") },
        ["encrypted garbage"] = new(Answers.Garbage, FailureKind.BadAnswer) { Certificate = TestCertificates.For("shop.example") },
        ["encrypted, then reset"] = new(Answers.Reset, FailureKind.ConnectionBroken) { Certificate = TestCertificates.For("shop.example") },
        ["plain text in the middle of TLS"] = new(PlainInTheMiddleAsync, FailureKind.TlsFailed) { Certificate = TestCertificates.For("shop.example") },
    };

    private static async Task ReadAndResetAsync(Conversation conversation)
    {
        await conversation.ReadAnythingAsync();
        conversation.Reset();
    }

    private static async Task HalfAHelloAsync(Conversation conversation)
    {
        await conversation.ReadAnythingAsync();
        await conversation.SendAsync([0x16, 3, 3, 0, 122, 2, 0, 0, 118, 3, 3]);
        await conversation.HangAsync();
    }

    private static async Task PlainInTheMiddleAsync(Conversation conversation)
    {
        await conversation.SendUnencryptedAsync("HTTP/1.1 200 OK\r\n\r\n");
        await conversation.HangAsync();
    }
}
