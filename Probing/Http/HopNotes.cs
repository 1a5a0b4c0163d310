using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>Notes the story of one request, for a trace.</summary>
internal sealed class HopNotes(Uri uri, CheckMethod method, PhaseTimes before, TimeSpan waitedBefore)
{
    private static readonly string[] HeadersThatExplain =
    [
        "Server", "Via", "Location", "Retry-After", "Allow", "WWW-Authenticate", "Content-Type", "Content-Encoding", "Age", "X-Cache", "CF-Ray",
        "cf-mitigated", "x-amzn-waf-action", "x-vercel-mitigated", "x-dd-b", "x-sucuri-block", "x-kpsdk-ct",
    ];

    private string? _encryption;
    private Answer? _answer;
    private string? _protocol;
    private IReadOnlyList<string> _headers = [];

    public IReadOnlyList<IPAddress> Addresses { get; set; } = [];

    public List<AddressAttempt> Attempts { get; } = [];

    public CertificateFacts? Certificate { get; set; }

    public void Encrypted(SslStream stream) => _encryption = stream.SslProtocol switch
    {
        SslProtocols.Tls12 => "TLS 1.2",
        SslProtocols.Tls13 => "TLS 1.3",
        var other => other.ToString(),
    };

    public void Answered(HttpResponseMessage response, Answer answer)
    {
        _answer = answer;
        _protocol = response.Version.Major >= 2 ? $"HTTP/{response.Version.Major}" : $"HTTP/{response.Version}";
        _headers = [.. HeadersThatExplain.SelectMany(name => Lines(response, name))];
    }

    /// <summary>What another server than a website's answered, in lines.</summary>
    public void Said(IReadOnlyList<string> lines) => _headers = lines;

    public HopTrace ToTrace(Look look) => new()
    {
        Url = CleanText.Of(uri.Scheme.StartsWith("http", StringComparison.Ordinal) ? uri.AbsoluteUri : uri.OriginalString, 2048),
        Method = method,
        Times = Since(look.Times),
        Waited = look.Waited - waitedBefore,
        Addresses = [.. Addresses.Select(address => address.ToString())],
        Attempts = Attempts,
        Encryption = _encryption,
        Certificate = Certificate,
        Protocol = _protocol,
        StatusCode = _answer?.Status,
        StatusText = _answer?.Text,
        Headers = _headers,
        Failure = look.Failure,
        Detail = look.Detail,
    };

    private PhaseTimes Since(PhaseTimes now) => new(
        now.NameLookup - before.NameLookup, now.Connecting - before.Connecting, now.Handshake - before.Handshake, now.Answering - before.Answering);

    private static IEnumerable<string> Lines(HttpResponseMessage response, string name)
    {
        var isThere = response.Headers.NonValidated.TryGetValues(name, out var values) || response.Content.Headers.NonValidated.TryGetValues(name, out values);
        return isThere ? values.Take(3).Select(value => $"{name}: {CleanText.Of(value, 200)}") : [];
    }
}
