using UptimeSquirrel.Checks;
using UptimeSquirrel.Looks;

namespace UptimeSquirrel.Probing;

/// <summary>Reads of an answer what something is expected of, and compares.</summary>
internal static class AnswerReader
{
    /// <returns>What is not as it must be; null when all is.</returns>
    public static async Task<UnmetExpectation?> CompareAsync(HttpResponseMessage response, LookSettings settings, CancellationToken token)
    {
        if (ExpectationRules.OfHeaders(settings, response.Headers.NonValidated, response.Content.Headers.NonValidated) is { } unmet)
            return unmet;
        if (!LookRules.ReadsPage(settings))
            return null;
        try
        {
            using var page = await Page.ReadAsync(response.Content, token);
            return ExpectationRules.OfPage(settings, page.Text, page.IsCut);
        }
        catch (UnreadablePageException e)
        {
            return new UnmetExpectation(FailureKind.BodyUnreadable, null, null, e.Message);
        }
    }
}
