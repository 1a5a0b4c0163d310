using UptimeSquirrel.Checks;
using UptimeSquirrel.Client.Output.Json;
using UptimeSquirrel.Websites;

namespace UptimeSquirrel.Client.Output;

/// <summary>One look at one address, and what it means.</summary>
internal sealed record JudgedLook(WebsiteUrl Url, CheckResult Result, Verdict Verdict)
{
    public CheckShape ToShape() =>
        new(Url.Text, Verdict.IsHealthy, Result.StatusCode, Wording.Milliseconds(Result.Took), Verdict.Problem?.Sentence);
}
