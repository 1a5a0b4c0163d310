using UptimeSquirrel.Checks;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Output;

/// <summary>One look at one address, and what it means.</summary>
internal sealed record JudgedLook(WebsiteUrl Url, CheckResult Result, Verdict Verdict)
{
    /// <summary>The rule that decided, in words.</summary>
    public string Rule { get; init; } = "";

    public CheckShape ToShape() =>
        new(Url.Text, Verdict.IsHealthy, Result.StatusCode, Wording.Milliseconds(Result.Took), Verdict.Problem?.Sentence)
        {
            Trace = Result.Trace is null ? null : TraceShape.Of(silo: null, Result, Verdict, Rule),
        };
}
