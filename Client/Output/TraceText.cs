using System.Globalization;
using UptimeSquirrel.Checks;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Output;

/// <summary>The whole story of a look, for people: a paragraph for each request, a line for each step, and why it ended as it did.</summary>
internal static class TraceText
{
    /// <summary>What it came to, in one line.</summary>
    public static string Headline(string url, CheckResult result, Verdict verdict) => verdict switch
    {
        { IsHealthy: true } => $"{url} is up: {KindWords.Answer(result)}.",
        { CouldNotLook: true } => $"{url} was not seen. {verdict.Problem!.Sentence}",
        _ => $"{url} is failing. {verdict.Problem!.Sentence}",
    };

    public static IEnumerable<string> Lines(CheckResult result, string rule)
    {
        var number = 0;
        foreach (var hop in result.Trace ?? [])
        {
            yield return result.Facts is { } facts ? $"{++number}. {facts.Url}" : $"{++number}. {Of(hop.Method)} {hop.Url}";
            foreach (var line in Steps(hop, result.At, result.Facts?.Kind))
                yield return line;
            yield return "";
        }

        if (result.RefusedHead)
            yield return "HEAD fails where GET does well, so checks begin with GET for a week.";
        if (result.IsDowngraded)
            yield return "A redirect leads from https to http: from there on anybody on the way can read along.";
        if (result.Failure != FailureKind.None)
            yield return $"Cause: {result.Detail}.";
        yield return $"Decided: {rule}.";
    }

    private static IEnumerable<string> Steps(HopTrace hop, DateTimeOffset now, WebsiteKind? kind) =>
    [
        .. hop.Waited > TimeSpan.Zero ? Step("waited", hop.Waited, ["its turn, while other checks went to the same server; this counts for nothing"]) : [],
        .. hop.Addresses.Count > 0 || hop.Attempts.Count == 0 ? Step("looked up", hop.Times.NameLookup, [hop.Addresses.Count > 0 ? string.Join(", ", hop.Addresses) : hop.Detail ?? "nothing"]) : [],
        .. hop.Attempts.Count > 0 ? Step(KindWords.Contacted(kind), kind == WebsiteKind.Dns ? hop.Times.Answering : hop.Times.Connecting, hop.Attempts.Select(Of)) : [],
        .. hop.Encryption is not null || hop.Certificate is not null ? Step("encrypted", hop.Times.Handshake, Encryption(hop, now)) : [],
        .. hop.StatusCode is null ? Step("answered", null, hop.Headers) : Step("answered", hop.Times.Answering, [$"{hop.StatusCode} {hop.StatusText}, {hop.Protocol}", .. hop.Headers]),
        .. hop.Failure != FailureKind.None && hop.Attempts.Count > 0 ? Step("failed", null, [hop.Detail ?? ""]) : [],
    ];

    private static IEnumerable<string> Step(string what, TimeSpan? took, IEnumerable<string> texts)
    {
        var head = $"{what,-10}{(took is { } time ? Wording.Latency(time) : ""),8}";
        foreach (var text in texts)
        {
            yield return $"   {head}  {text}".TrimEnd();
            head = new string(' ', head.Length);
        }
    }

    private static string Of(AddressAttempt attempt) => attempt.Problem is null
        ? $"{attempt.Address}"
        : $"{attempt.Address} did not: {attempt.Problem} after {Wording.Latency(attempt.Took)}";

    private static IEnumerable<string> Encryption(HopTrace hop, DateTimeOffset now)
    {
        if (hop.Encryption is not null)
            yield return hop.Encryption;
        if (hop.Certificate is { } certificate)
        {
            yield return $"certificate for {Names(certificate.Names)}, issued by {certificate.Issuer}";
            yield return $"{Validity(certificate, now)} ({Day(certificate.NotBefore)} to {Day(certificate.NotAfter)})";
        }
    }

    private static string Validity(CertificateFacts certificate, DateTimeOffset now)
    {
        var left = Wording.Count((int)Math.Abs((certificate.NotAfter - now).TotalDays), "day");
        return now > certificate.NotAfter ? $"expired {left} ago" : now < certificate.NotBefore ? "not valid yet" : $"{left} left";
    }

    private static string Names(IReadOnlyList<string> names) =>
        names.Count <= 3 ? string.Join(", ", names) : $"{string.Join(", ", names.Take(3))} and {names.Count - 3} more";

    private static string Day(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Of(CheckMethod method) => method.ToString().ToUpperInvariant();
}
