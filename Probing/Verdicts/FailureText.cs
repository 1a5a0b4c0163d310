using System.Globalization;
using System.Net;
using System.Net.Sockets;
using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>Says what is wrong: once for the person who owns the shop, once for the one who mends it.</summary>
internal static class FailureText
{
    internal const int MaximumCause = 300;
    private const string CertificatePrefix = "certificate ";
    private const string NamePrefix = "the name ";
    private const string NoAddressPrefix = NamePrefix + "has no ";

    /// <summary>One plain sentence.</summary>
    public static string Sentence(CheckResult result, FailureKind kind)
    {
        if (result.Facts is { } facts && KindOfCheck.Of(facts.Kind).Sentence(result, facts, kind) is { } own)
            return own;
        var host = result.Host is { } name ? Clean(name) : "the website";
        return kind switch
        {
            FailureKind.BadStatus => $"The server answered {Status(result)} {After(result.Took)}.",
            FailureKind.NameNotFound when IPAddress.TryParse(result.Host, out var literal) => OtherFamily(literal),
            FailureKind.NameNotFound => $"The name {host} {HasNoAddress(result.Detail) ?? "does not exist"}.",
            FailureKind.NameLookupFailed => $"The name {host} could not be looked up: the name servers gave no usable answer.",
            FailureKind.NameLookupTimeout => $"Looking up the name {host} took longer than {Seconds(result.Took)}.",
            FailureKind.ConnectionRefused => $"The server of {host} refused the connection: nothing is listening there.",
            FailureKind.HostUnreachable => $"There is no way to the server of {host}: its network or machine cannot be reached.",
            FailureKind.ConnectionBroken => $"The server of {host} broke the connection before it had answered.",
            FailureKind.ConnectTimeout => $"No connection to {host} came about within {Seconds(result.Took)}.",
            FailureKind.TlsTimeout => $"No answer within {Seconds(result.Took)}: {host} took the connection, but never finished setting up encryption.",
            FailureKind.AnswerTimeout => $"No answer within {Seconds(result.Took)}: the connection to {host} was made, but the server did not answer.",
            FailureKind.CertificateProblem => $"Browsers warn visitors of {host}: its certificate {Clause(result.Detail)}.",
            FailureKind.TlsFailed => $"No encrypted connection to {host} could be set up.",
            FailureKind.BadAnswer => $"What {host} sent back is not a proper answer of a web server.",
            FailureKind.TooManyRedirects => "The address leads from one redirect to the next and never arrives.",
            FailureKind.RedirectLoop => "The address redirects in a circle and never arrives.",
            FailureKind.BadRedirect when result.Detail?.StartsWith(Route.Elsewhere, StringComparison.Ordinal) == true =>
                $"The server of {host} redirects to another server, where what is asked with {CheckMethods.NameOf(result.Method)} is not repeated.",
            FailureKind.BadRedirect => $"The server of {host} redirects to an address that does not work.",
            FailureKind.AddressNotAllowed => Refusal(result.Detail, host),
            FailureKind.PortNotAllowed => $"{Capital(result.Detail ?? "this port")} of {host} is for another service than a website, and this installation does not check it. To allow it, list it under Checks:AllowedPorts.",
            FailureKind.CheckBlocked => $"We could not look: {BotWallRules.NameOf(result.Detail)}, which guards {host}, took us for a robot. Once it lets the user agent UptimeSquirrel pass, we can.",
            FailureKind.CheckSkipped => $"We did not look at {host} this time, but shall soon: {Clean(result.Detail ?? "too many checks were under way")}.",
            FailureKind.SecretUnreadable => $"We could not look: what is to be sent to {host} was encrypted with a key that this installation does not have any more. Set it again.",
            _ => $"The check of {host} failed for a reason we did not foresee.",
        };
    }

    /// <summary>The technical cause.</summary>
    public static string Cause(CheckResult result, FailureKind kind) => kind switch
    {
        FailureKind.BadStatus => $"HTTP {result.StatusCode}{Words(result)}{(result.FinalUrl is { } url ? " at " + Clean(url) : "")}",
        FailureKind.AddressNotAllowed => $"private address {Clean(result.Detail ?? "of unknown number")}",
        FailureKind.CheckBlocked => $"HTTP {result.StatusCode}, {Clean(result.Detail ?? "a bot wall")}",
        _ => Clean(result.Detail ?? kind.ToString()),
    };

    private static string Status(CheckResult result) =>
        (StatusPhrases.Of(result.StatusCode ?? 0) ?? OwnWords(result)) is { } phrase ? $"{result.StatusCode} ({phrase})" : $"{result.StatusCode}";

    private static string Words(CheckResult result) =>
        (OwnWords(result) ?? StatusPhrases.Of(result.StatusCode ?? 0)) is { } phrase ? " " + phrase : "";

    private static string? OwnWords(CheckResult result) =>
        result.StatusText is { } text && CleanText.Of(text, 100) is { Length: > 0 } words ? words : null;

    internal static string Clause(string? detail)
    {
        var clause = Clean(detail ?? "");
        return clause.StartsWith(CertificatePrefix, StringComparison.Ordinal) ? clause[CertificatePrefix.Length..] : "is not valid";
    }

    private static string? HasNoAddress(string? detail) =>
        detail is not null && detail.StartsWith(NoAddressPrefix, StringComparison.Ordinal) ? Clean(detail[NamePrefix.Length..]) : null;

    private static string OtherFamily(IPAddress address) => address.AddressFamily == AddressFamily.InterNetwork
        ? $"{address} is an IPv4 address, but was to be looked at over IPv6 only."
        : $"{address} is an IPv6 address, but was to be looked at over IPv4 only.";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Refusal(string? detail, string host) =>
        IPAddress.TryParse(detail, out var address)
            ? AddressRules.Refusal(address)
            : $"The address of {host} is private, and this installation does not check those.";

    private static string After(TimeSpan took) => took < TimeSpan.FromMilliseconds(50) ? "at once" : "after " + Seconds(took);

    internal static string Seconds(TimeSpan took) =>
        took.TotalSeconds.ToString(took.TotalSeconds < 9.95 ? "0.#" : "0", CultureInfo.InvariantCulture) + " s";

    private static string Clean(string text) => CleanText.Of(text, MaximumCause);
}
