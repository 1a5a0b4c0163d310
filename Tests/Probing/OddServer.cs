using System.Security.Cryptography.X509Certificates;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Tests.Support.Web;

namespace UptimeSquirrel.Tests.Probing;

/// <summary>A server that misbehaves in one way.</summary>
/// <param name="Script">What it does once the connection is there, encrypted if there is a certificate.</param>
/// <param name="Expected">The status or the failure it is to be told by.</param>
internal sealed record OddServer(Func<Conversation, Task> Script, object Expected)
{
    /// <summary>Speaks TLS and shows this one.</summary>
    public X509Certificate2? Certificate { get; init; }

    public bool IsHttp2 { get; init; }

    /// <summary>Insists on a certificate that its own platform finds too weak.</summary>
    public bool IsWeak { get; init; }

    /// <summary>Is asked over https but answers with whatever the script says, from the first byte.</summary>
    public bool IsBrokenTls { get; init; }

    public TimeSpan Budget => Expected is FailureKind.AnswerTimeout or FailureKind.TlsTimeout ? Probes.Hasty : Probes.Patient;

    /// <summary>Looks at it and returns what was seen once every connection is closed again.</summary>
    public async Task<CheckResult> LookAsync(TimeSpan budget, CancellationToken cancellationToken)
    {
        await using var server = TestWebServer.Start(RespondAsync, Certificate, isHttp2: IsHttp2, isWeak: IsWeak);
        var scheme = Certificate is not null || IsBrokenTls ? "https" : "http";
        var result = await Probes.LookAsync($"{scheme}://shop.example:{server.EndPoint.Port}/", budget, ("shop.example", "127.0.0.1"));
        await server.AllClosedAsync().WaitAsync(cancellationToken);
        return result;
    }

    private async Task RespondAsync(Conversation conversation)
    {
        if (IsBrokenTls || IsHttp2 || await conversation.ReadRequestAsync() is not "")
            await Script(conversation);
    }
}
