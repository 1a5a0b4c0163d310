using System.Text.Json.Serialization;
using UptimeSquirrel.Grains.Owners;

namespace UptimeSquirrel.Adapters.Channels.Webhook;

/// <summary>What a webhook gets. <c>docs/channels.md</c> describes it; members may be added, none is ever renamed or taken away.</summary>
internal sealed record WebhookBody
{
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    [JsonPropertyName("type")]
    public required string Type { get; init; }

    [JsonPropertyName("severity")]
    public required string Severity { get; init; }

    [JsonPropertyName("decidedAt")]
    public required DateTimeOffset DecidedAt { get; init; }

    [JsonPropertyName("subject")]
    public required string Subject { get; init; }

    [JsonPropertyName("headline")]
    public required string Headline { get; init; }

    [JsonPropertyName("explanation")]
    public required string Explanation { get; init; }

    [JsonPropertyName("remark")]
    public string? Remark { get; init; }

    [JsonPropertyName("website")]
    public WebhookWebsite? Website { get; init; }

    [JsonPropertyName("incident")]
    public WebhookIncident? Incident { get; init; }

    [JsonPropertyName("alerts")]
    public IReadOnlyList<WebhookBody>? Alerts { get; init; }

    public static WebhookBody Of(Letter letter)
    {
        var alert = letter.Alert;
        var isAboutWebsite = letter.Link is not null && !letter.IsBundle;
        return new WebhookBody
        {
            Id = letter.Id,
            Type = AlertTypeText.Of(letter),
            Severity = LetterText.Severity(letter),
            DecidedAt = alert.DecidedAt.ToUniversalTime(),
            Subject = letter.Words.Subject,
            Headline = letter.Words.Headline,
            Explanation = letter.Words.Explanation,
            Remark = letter.Words.Remark,
            Website = isAboutWebsite ? new WebhookWebsite(alert.Website.ToString(), letter.Link!, alert.Name) : null,
            Incident = isAboutWebsite
                ? new WebhookIncident(
                    alert.IncidentId, alert.StartedAt.ToUniversalTime(), alert.EndedAt?.ToUniversalTime(), alert.FailedChecks, alert.Problem.Sentence, alert.Problem.Cause)
                : null,
            Alerts = letter.IsBundle ? [.. letter.Alerts.Select(one => Of(LetterWriter.Write(one, "")))] : null,
        };
    }
}

internal sealed record WebhookWebsite(
    [property: JsonPropertyName("id")] string Id, [property: JsonPropertyName("url")] string Url, [property: JsonPropertyName("name")] string Name);

internal sealed record WebhookIncident(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("startedAt")] DateTimeOffset StartedAt,
    [property: JsonPropertyName("endedAt")] DateTimeOffset? EndedAt,
    [property: JsonPropertyName("failedChecks")] int FailedChecks,
    [property: JsonPropertyName("reason")] string Reason,
    [property: JsonPropertyName("cause")] string Cause);
