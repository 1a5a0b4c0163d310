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
        return result.StatusCode switch
        {
            null => Failing(result, FailureKind.Unknown),
            { } status when accept.Accepts(status) => Verdict.Healthy,
            _ => Failing(result, FailureKind.BadStatus),
        };
    }

    private static Verdict Failing(CheckResult result, FailureKind kind) =>
        new(new Problem(kind, FailureText.Sentence(result, kind), FailureText.Cause(result, kind)));
}
