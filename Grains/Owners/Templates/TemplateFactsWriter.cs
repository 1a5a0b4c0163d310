using UptimeSquirrel.Owners;

namespace UptimeSquirrel.Grains.Owners.Templates;

/// <summary>Writes down what a template may name. Every text is one line, so that nothing a website or an owner is called makes lines of its own.</summary>
/// <remarks><c>docs/templates.md</c> lists the names; none is ever renamed or taken away.</remarks>
internal static class TemplateFactsWriter
{
    /// <summary>A template of a message about thousands of alerts gets these many; <c>count</c> says how many there are.</summary>
    private const int MostAlerts = 50;

    private const int TextLimit = 400;

    public static IReadOnlyDictionary<string, object?> Write(Letter letter)
    {
        var words = letter.Words;
        var isAboutOne = !letter.IsBundle && letter.Link is not null;
        return new Dictionary<string, object?>
        {
            ["type"] = AlertTypeText.Of(letter),
            ["severity"] = letter.Severity.ToString().ToLowerInvariant(),
            ["is_over"] = letter.IsAllClear,
            ["several"] = letter.IsBundle,
            ["count"] = letter.Alerts.Count,
            ["subject"] = Line(words.Subject),
            ["headline"] = Line(words.Headline),
            ["explanation"] = Line(words.Explanation),
            ["next"] = Line(words.Next),
            ["brief"] = Line(words.Brief),
            ["facts"] = words.Facts.Select(fact => new Dictionary<string, object?> { ["label"] = Line(fact.Label), ["value"] = Line(fact.Value) }).ToList(),
            ["website"] = isAboutOne ? Website(letter.Alert) : null,
            ["incident"] = isAboutOne ? Incident(letter.Alert) : null,
            ["alerts"] = letter.Alerts.Take(MostAlerts).Select(Alert).ToList(),
        };
    }

    private static Dictionary<string, object?> Alert(Alert alert) => new()
    {
        ["type"] = AlertTypeText.Of(alert.Kind),
        ["severity"] = SeverityRules.Of(alert.Kind).ToString().ToLowerInvariant(),
        ["subject"] = Line(AlertWriter.Write(alert).Subject),
        ["website"] = alert.Url is null ? null : Website(alert),
        ["incident"] = alert.Url is null ? null : Incident(alert),
    };

    private static Dictionary<string, object?> Website(Alert alert) => new()
    {
        ["name"] = AlertWriter.Name(alert, TextLimit),
        ["url"] = Line(alert.Url!.Text),
        ["host"] = AlertWriter.Name(alert with { Name = "" }, TextLimit),
    };

    private static Dictionary<string, object?> Incident(Alert alert) => new()
    {
        ["id"] = Line(alert.IncidentId),
        ["started_at"] = AlertWriter.Moment(alert.StartedAt),
        ["ended_at"] = alert.EndedAt is { } ended ? AlertWriter.Moment(ended) : null,
        ["decided_at"] = AlertWriter.Moment(alert.DecidedAt),
        ["duration"] = DurationWords.InFull((alert.EndedAt ?? alert.DecidedAt) - alert.StartedAt),
        ["reason"] = AlertWriter.Sentence(alert),
        ["cause"] = AlertWriter.Cause(alert),
        ["failed_checks"] = alert.FailedChecks,
    };

    private static string Line(string text) => PlainLine.From(text, TextLimit);
}
