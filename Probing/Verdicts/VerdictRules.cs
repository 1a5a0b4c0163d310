using UptimeSquirrel.Checks;

namespace UptimeSquirrel.Probing;

/// <summary>Decides what one check result means. Same arguments, same answer, always.</summary>
public static class VerdictRules
{
    /// <summary>Judges one look.</summary>
    /// <param name="result">What was seen.</param>
    /// <param name="accept">Which final statuses count as up.</param>
    public static Verdict Judge(CheckResult result, AcceptedStatuses accept)
    {
        if (result.Failure != FailureKind.None)
            return Failing(result, result.Failure);
        if (result.Facts is not null)
            return Verdict.Healthy;
        return result.StatusCode switch
        {
            null => Failing(result, FailureKind.Unknown),
            { } status when accept.Accepts(status) => result.Unmet is { } unmet ? Failing(unmet) : Verdict.Healthy,
            _ => Failing(result, FailureKind.BadStatus),
        };
    }

    /// <summary>Says which rule decided, for who wants to know exactly.</summary>
    /// <param name="result">What was seen.</param>
    /// <param name="accept">Which final statuses count as up.</param>
    public static string Explain(CheckResult result, AcceptedStatuses accept) => result switch
    {
        { Failure: var failure } when FailureKinds.IsNoNews(failure) => "not having seen the website is no news about it: its standing stays as it is",
        { Facts: { } facts } => KindOfCheck.Of(facts.Kind).Rule,
        { Failure: not FailureKind.None } or { StatusCode: null } => "without a proper answer it counts as failing",
        { StatusCode: { } status, Unmet: { } unmet } when accept.Accepts(status) => $"status {status} counts as up, but not without what is expected of the answer: {UnmetText.Cause(unmet)}",
        { StatusCode: { } status } when accept.Accepts(status) => $"status {status} counts as up, as {accept} do",
        { StatusCode: { } status } => $"status {status} counts as failing: only {accept} count as up",
    };

    private static Verdict Failing(UnmetExpectation unmet) => new(new Problem(unmet.Kind, UnmetText.Sentence(unmet), UnmetText.Cause(unmet)));

    private static Verdict Failing(CheckResult result, FailureKind kind) =>
        new(new Problem(kind, FailureText.Sentence(result, kind), FailureText.Cause(result, kind)));
}
