using System.Net.Sockets;
using System.Security.Authentication;
using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>Gives every way a request can fail its name.</summary>
internal static class FailureNames
{
    private const long Http11Required = 0xd;

    /// <summary>What it means that time ran out in this phase.</summary>
    public static (FailureKind Kind, string Detail) OfTimeout(Phase phase, string? connectedTo) => phase switch
    {
        Phase.NameLookup => (FailureKind.NameLookupTimeout, "no answer from the name servers in time"),
        Phase.Connecting => (FailureKind.ConnectTimeout, $"no connection to {connectedTo} in time"),
        Phase.Handshake => (FailureKind.TlsTimeout, $"connected to {connectedTo}, TLS handshake not finished in time"),
        _ => (FailureKind.AnswerTimeout, $"connected to {connectedTo}, no complete answer in time"),
    };

    /// <summary>What it means that the answer could not be had, once connected.</summary>
    public static (FailureKind Kind, string Detail) OfAnswer(Exception exception)
    {
        if (Chain(exception).Any(cause => cause is HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } or HttpIOException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded }))
            return (FailureKind.BadAnswer, Innermost(exception).Contains("header", StringComparison.OrdinalIgnoreCase) ? $"headers longer than {HopSender.MaximumHeaderKilobytes} kB" : Innermost(exception));
        if (exception is HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse })
            return (FailureKind.BadAnswer, "not HTTP: " + Innermost(exception));
        if (exception is HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded })
            return (FailureKind.ConnectionBroken, "connection closed before the answer was complete");
        if (Chain(exception).OfType<HttpProtocolException>().FirstOrDefault() is { } offence)
            return (IsNonsense(offence) ? FailureKind.BadAnswer : FailureKind.ConnectionBroken, offence.Message);
        if (Chain(exception).OfType<AuthenticationException>().FirstOrDefault() is { } refused)
            return (FailureKind.TlsFailed, Innermost(refused));
        if (Chain(exception).OfType<SocketException>().FirstOrDefault() is { } broken)
            return (FailureKind.ConnectionBroken, Errno(broken.SocketErrorCode));
        if (exception is HttpRequestException || Chain(exception).OfType<IOException>().Any())
            return (FailureKind.ConnectionBroken, Innermost(exception));
        return (FailureKind.Unknown, $"{exception.GetType().Name}: {Innermost(exception)}");
    }

    /// <summary>Whether the server would rather be asked over HTTP/1.1, as some do where a login belongs to the connection.</summary>
    public static bool WantsHttp11(Exception exception) =>
        Chain(exception).OfType<HttpProtocolException>().Any(wish => wish.ErrorCode == Http11Required);

    public static FailureKind OfConnection(SocketError error) => error switch
    {
        SocketError.TooManyOpenSockets or SocketError.NoBufferSpaceAvailable => FailureKind.CheckSkipped,
        SocketError.ConnectionRefused => FailureKind.ConnectionRefused,
        SocketError.TimedOut => FailureKind.ConnectTimeout,
        SocketError.ConnectionReset or SocketError.ConnectionAborted => FailureKind.ConnectionBroken,
        SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.HostDown or SocketError.NetworkDown or
            SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported or SocketError.AccessDenied => FailureKind.HostUnreachable,
        _ => FailureKind.Unknown,
    };

    /// <summary>The name people search for.</summary>
    public static string Errno(SocketError error) => error switch
    {
        SocketError.HostNotFound => "NXDOMAIN",
        SocketError.NoData => "NODATA",
        SocketError.TryAgain => "EAI_AGAIN",
        SocketError.NoRecovery => "EAI_FAIL",
        SocketError.ConnectionRefused => "ECONNREFUSED",
        SocketError.ConnectionReset => "ECONNRESET",
        SocketError.ConnectionAborted => "ECONNABORTED",
        SocketError.TimedOut => "ETIMEDOUT",
        SocketError.HostUnreachable => "EHOSTUNREACH",
        SocketError.HostDown => "EHOSTDOWN",
        SocketError.NetworkUnreachable => "ENETUNREACH",
        SocketError.NetworkDown => "ENETDOWN",
        SocketError.AddressNotAvailable => "EADDRNOTAVAIL",
        SocketError.AddressFamilyNotSupported => "EAFNOSUPPORT",
        SocketError.AccessDenied => "EACCES",
        SocketError.TooManyOpenSockets => "EMFILE",
        SocketError.Shutdown => "EPIPE",
        _ => error.ToString(),
    };

    // Protocol, flow control, frame size and compression errors; the others say that the server did not want to go on.
    private static bool IsNonsense(HttpProtocolException exception) => exception.ErrorCode is 0x1 or 0x3 or 0x6 or 0x9;

    public static string Innermost(Exception exception) => Chain(exception).Last().Message;

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
            yield return e;
    }
}
