using UptimeSquirrel.Checks;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Output;

/// <summary>How an answer is put for each kind of check: only websites have a status.</summary>
internal static class KindWords
{
    /// <summary>A good look, as it is remembered.</summary>
    public static string Answer(CheckSummary check, WebsiteKind kind)
    {
        var took = Wording.Latency(check.Latency);
        return kind switch
        {
            WebsiteKind.Tcp => $"connected in {took}",
            WebsiteKind.Tls => $"certificate is good, encrypted in {took}",
            WebsiteKind.Dns => $"record found in {took}",
            WebsiteKind.Ping => $"answered a ping in {took}",
            WebsiteKind.Heartbeat => "calls in time",
            _ => $"{check.StatusCode} in {took}",
        };
    }

    /// <summary>A good look, with all that was seen.</summary>
    public static string Answer(CheckResult result)
    {
        var took = Wording.Latency(result.Took);
        return result.Facts switch
        {
            null => $"{result.StatusCode} in {took}",
            { Kind: WebsiteKind.Dns, Records: var records } => $"{string.Join(", ", records.Take(3))}{(records.Count > 3 ? $" and {records.Count - 3} more" : "")} in {took}",
            { Kind: WebsiteKind.Tls } when result.Certificate is { } certificate =>
                $"certificate is good for {Wording.Count((int)(certificate.NotAfter - result.At).TotalDays, "more day")}, encrypted in {took}",
            { Kind: var kind } => Answer(new CheckSummary(result.At, null, result.Took, IsHealthy: true, Reason: null), kind),
        };
    }

    /// <summary>What was done with the addresses that were tried.</summary>
    public static string Contacted(WebsiteKind? kind) => kind switch
    {
        WebsiteKind.Dns => "asked",
        WebsiteKind.Ping => "pinged",
        _ => "connected",
    };

    /// <summary>How it was asked: <c>HEAD</c> of a website, else the scheme, such as <c>TCP</c>.</summary>
    public static string Method(HopTrace hop)
    {
        var scheme = hop.Url[..Math.Max(0, hop.Url.IndexOf(':', StringComparison.Ordinal))];
        return (scheme is "http" or "https" ? hop.Method.ToString() : scheme).ToUpperInvariant();
    }

    /// <summary>What it takes to be up.</summary>
    public static string UpMeans(WebsiteStatus status) => status.Url.Kind switch
    {
        WebsiteKind.Tcp => "the port takes a connection",
        WebsiteKind.Tls => "the certificate is valid" + (status.Url.Said("days") is [var days] ? $" for {days} more days" : ""),
        WebsiteKind.Dns => status.Url.Said("expect") is { Count: > 0 } expected ? $"the records hold {string.Join(", ", expected)}" : "there is such a record",
        WebsiteKind.Ping => "it answers",
        WebsiteKind.Heartbeat => "it has called in time",
        _ => status.Settings.Accept.Text,
    };
}
